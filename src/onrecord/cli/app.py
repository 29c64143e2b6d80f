"""The commands and their options. What a command does is imported when it runs, not before."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.edge import guarded

app = typer.Typer(
    name="onrecord",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,  # plain help: rich would double the time it takes
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        show_default=False,
        help='Files, folders or globs with articles; "-" is standard input.',
    ),
]
Source = Annotated[
    str,
    typer.Argument(
        metavar="IN.jsonl",
        show_default=False,
        help="File of article lines, as `onrecord read` writes them; standard input without it.",
    ),
]
SecondOpinion = Annotated[
    bool,
    typer.Option(
        "--second-opinion/--no-second-opinion",
        help="Read every page with two extractors, and warn where one lost a quoted string.",
    ),
]
Titles = Annotated[
    bool, typer.Option("--titles/--no-titles", help="Look for attributions in titles too.")
]
Tagger = Annotated[
    bool,
    typer.Option(
        "--tagger/--no-tagger",
        help="Use the trained tagger; without it the rules alone decide, much faster.",
    ),
]

AliasFile = Annotated[
    str | None,
    typer.Option(
        "--aliases",
        metavar="FILE.toml",
        help="Names that are one speaker, and corrections: they win over every rule.",
    ),
]


def _version(wanted: bool) -> None:
    """Print the version and stop, where it is wanted."""
    if wanted:
        from onrecord import __version__

        typer.echo(f"onrecord {__version__}")
        raise typer.Exit


@app.callback(
    epilog="Each stage reads the article lines that `read` writes: "
    "onrecord read articles/ | onrecord attributions. What the lines hold: docs/formats.md."
)
def onrecord(
    _version_wanted: Annotated[
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, help="Print the version and stop."
        ),
    ] = False,
) -> None:
    """Who said what, who carried it, in which words: a report with proof from news articles.

    Put the articles on one event into a folder (saved web pages, text files, JSONL ...), then:

    onrecord report FOLDER

    and open report.html in a browser. Nothing leaves this computer.
    """


@app.command()
@guarded
def report(
    paths: Paths,
    output: Annotated[
        str,
        typer.Option(
            "--output", "-o", metavar="FILE", help='Where the report goes; "-" is standard output.'
        ),
    ] = "report.html",
    title: Annotated[
        str, typer.Option("--title", metavar="TEXT", help="Heading of the page.")
    ] = "What this coverage says",
    private: Annotated[
        bool,
        typer.Option(
            "--private",
            help="Show whole articles, for yourself; without it only short extracts, to share.",
        ),
    ] = False,
    second_opinion: SecondOpinion = True,
    titles: Titles = True,
    tagger: Tagger = True,
    aliases: AliasFile = None,
) -> int:
    """Write the report: one HTML page to open in a browser.

    It shows who said what, who carried it and in which words, what each article leaves out, and
    which articles are copies of one another, every line with the passage it rests on.
    """
    from onrecord.cli.aliases import aliases_in
    from onrecord.cli.report import run_report
    from onrecord.options import (
        AttributionOptions,
        Options,
        ReadingOptions,
        ReportOptions,
        SpeakerOptions,
    )

    options = Options(
        reading=ReadingOptions(second_opinion=second_opinion),
        attributions=AttributionOptions(titles=titles, tagger=tagger),
        speakers=SpeakerOptions(aliases=aliases_in(aliases)),
        report=ReportOptions(private=private, title=title),
    )
    return run_report(paths, output, options)


@app.command()
@guarded
def read(paths: Paths, second_opinion: SecondOpinion = True) -> int:
    """Turn files and folders into article lines.

    One line per article: its text, what is known of it, and what went wrong in reading it.
    """
    from onrecord.cli.report import run_read
    from onrecord.options import Options, ReadingOptions

    return run_read(paths, Options(reading=ReadingOptions(second_opinion=second_opinion)))


@app.command()
@guarded
def attributions(source: Source = "-", titles: Titles = True, tagger: Tagger = True) -> int:
    """Write who is reported to have said what, by article.

    One line per article, in the order given, as soon as it is read: each attribution with the
    places of its source, its cue (the verb of saying) and its content.
    """
    from onrecord.cli.stages import run_attributions
    from onrecord.options import AttributionOptions, Options

    return run_attributions(
        source, Options(attributions=AttributionOptions(titles=titles, tagger=tagger))
    )


@app.command()
@guarded
def speakers(
    source: Source = "-",
    titles: Titles = True,
    tagger: Tagger = True,
    aliases: AliasFile = None,
) -> int:
    """Write each speaker with every mention of it.

    One line per speaker across all articles, with the reasons why mentions are one speaker.
    """
    from onrecord.cli.aliases import aliases_in
    from onrecord.cli.stages import run_speakers
    from onrecord.options import AttributionOptions, Options, SpeakerOptions

    options = Options(
        attributions=AttributionOptions(titles=titles, tagger=tagger),
        speakers=SpeakerOptions(aliases=aliases_in(aliases)),
    )
    return run_speakers(source, options)


@app.command()
@guarded
def copies(
    source: Source = "-",
    pairs: Annotated[
        bool,
        typer.Option(
            "--pairs", help="Write one line per pair of articles that share text instead."
        ),
    ] = False,
    threshold: Annotated[
        float,
        typer.Option("--threshold", min=0, max=1, help="Score from which two articles are copies."),
    ] = 0.5,
) -> int:
    """Write which articles are copies of one another.

    One line per article: its group, the likely original, the words that were replaced.
    """
    from onrecord.cli.stages import run_copies
    from onrecord.options import CopyOptions, Options

    return run_copies(source, Options(copies=CopyOptions(threshold=threshold)), pairs=pairs)


@app.command()
@guarded
def stories(
    source: Source = "-",
    stream: Annotated[
        bool,
        typer.Option(
            "--stream",
            help="Tell each article's story as soon as its line is read, from those before it.",
        ),
    ] = False,
    listed: Annotated[
        bool,
        typer.Option("--list", help="Write one line per story instead: its label, its days."),
    ] = False,
    threshold: Annotated[
        float,
        typer.Option(
            "--threshold", min=0, max=1, help="Score from which articles tell of one event."
        ),
    ] = 0.5,
) -> int:
    """Write which articles tell of one event.

    One line per article: its id and its story's.
    """
    from onrecord.cli.stages import run_stories, stream_stories
    from onrecord.options import Options, StoryOptions

    options = Options(stories=StoryOptions(threshold=threshold))
    if stream:
        return stream_stories(source, options, listed=listed)
    return run_stories(source, options, listed=listed)


@app.command()
@guarded
def statements(
    source: Source = "-",
    threshold: Annotated[
        float,
        typer.Option(
            "--threshold", min=0, max=1, help="Score from which two wordings are one statement."
        ),
    ] = 0.5,
    titles: Titles = True,
    tagger: Tagger = True,
    aliases: AliasFile = None,
) -> int:
    """Write each statement with every article's wording of it.

    One line per statement, with the number of articles and of independent accounts.
    """
    from onrecord.cli.aliases import aliases_in
    from onrecord.cli.stages import run_statements
    from onrecord.options import AttributionOptions, Options, SpeakerOptions, StatementOptions

    options = Options(
        attributions=AttributionOptions(titles=titles, tagger=tagger),
        speakers=SpeakerOptions(aliases=aliases_in(aliases)),
        statements=StatementOptions(threshold=threshold),
    )
    return run_statements(source, options)
