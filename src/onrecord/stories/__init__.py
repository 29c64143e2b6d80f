"""Articles grouped by the event they tell of: all at once, or one at a time as they come."""

from onrecord.stories.stage import group_stories
from onrecord.stories.streaming import StoryStream

__all__ = ["StoryStream", "group_stories"]
