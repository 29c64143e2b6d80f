"""Writes the trained tagger as int8 files: python training/export.py --weights FOLDER ...

The encoder and heads become one ONNX graph that starts from word vectors; the table of those goes
beside it with a scale a row, since one scale for all costs a point of F1. The linker's biases
and the facts are JSON, the vocabulary stays as it came. Weights in the graph use seven bits,
so that processors with and without VNNI instructions agree.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from network import Tagger
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from transformers import BertConfig, BertModel

from onrecord.attribution.tagger.features import FLAGS

OUTPUTS = ("cue", "type", "query", "key", "role")


def main() -> None:
    """Export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    log = json.loads((options.weights / "log.json").read_text("utf-8"))
    network = load_network(options.weights, options.encoder)
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        plain, prepared = Path(folder) / "plain.onnx", Path(folder) / "prepared.onnx"
        _write_onnx(network, plain)
        quant_pre_process(str(plain), str(prepared), skip_symbolic_shape=True)
        quantize_dynamic(
            str(prepared),
            str(options.out / "tagger.onnx"),
            op_types_to_quantize=["MatMul", "Gemm"],
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
        )
    onnx.checker.check_model(str(options.out / "tagger.onnx"))
    _write_word_vectors(network, options.out / "word_vectors.npz")
    facts = {
        "layers": log["layers"],
        "length": 256,
        "distance_bias": _rounded(network.distance_bias),
        "rule_bias": _rounded(network.rule_bias),
    }
    (options.out / "tagger.json").write_text(json.dumps(facts), "utf-8")
    shutil.copyfile(options.encoder / "vocab.txt", options.out / "vocab.txt")


def load_network(weights: Path, encoder: Path) -> Tagger:
    """The trained network, ready to score."""
    layers = json.loads((weights / "log.json").read_text("utf-8"))["layers"]
    config = BertConfig.from_pretrained(encoder, num_hidden_layers=layers)
    config._attn_implementation = "eager"
    network = Tagger(BertModel(config, add_pooling_layer=False), FLAGS)
    network.load_state_dict(torch.load(weights / "tagger.pt"))
    return network.eval()


def _rounded(values: torch.Tensor) -> list[list[float]]:
    return [[round(float(x), 5) for x in row] for row in values.detach()]


def _write_word_vectors(network: Tagger, path: Path) -> None:
    """Word vectors in eight bits, with the scale of each row."""
    table = network.encoder.embeddings.word_embeddings.weight.detach().numpy()
    scales = np.abs(table).max(axis=1, keepdims=True) / 127
    rows = np.round(table / np.maximum(scales, 1e-12)).astype(np.int8)
    np.savez(path, rows=rows, scales=scales.astype(np.float32))


class _FromVectors(torch.nn.Module):
    """The network without its table of word vectors."""

    def __init__(self, network: Tagger) -> None:
        super().__init__()
        self.network = network

    def forward(
        self, words: torch.Tensor, mask: torch.Tensor, flags: torch.Tensor
    ) -> tuple[torch.Tensor, ...]:
        return self.network.read(words, mask, flags)


def _write_onnx(network: Tagger, path: Path) -> None:
    """The plain graph, batch and length free."""
    example = (
        torch.zeros(1, 9, network.encoder.config.hidden_size),
        torch.ones(1, 9, dtype=torch.long),
        torch.zeros(1, 9, FLAGS),
    )
    axes = {0: "windows", 1: "pieces"}
    names = ("words", "mask", "flags")
    torch.onnx.export(
        _FromVectors(network),
        example,
        str(path),
        input_names=list(names),
        output_names=list(OUTPUTS),
        dynamic_axes=dict.fromkeys((*names, *OUTPUTS), axes),
        opset_version=17,
        dynamo=False,
    )


if __name__ == "__main__":
    main()
