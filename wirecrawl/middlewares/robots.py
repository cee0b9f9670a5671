"""robots.txt: Scrapy obeys it; a page that it forbids is known by the class of its error."""

from scrapy import Request
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.robotstxt import RobotParser


class ForbiddenByRobots(IgnoreRequest):
    """A request that is not sent, because the robots.txt of its host forbids it."""


class RobotsRules(RobotsTxtMiddleware):
    """Scrapy's middleware, which raises the same IgnoreRequest for every cause: only its message would tell it."""

    def process_request_2(self, rp: RobotParser | None, request: Request) -> None:
        """Raise ForbiddenByRobots for a request that the rules forbid."""
        try:
            super().process_request_2(rp, request)
        except IgnoreRequest as error:
            raise ForbiddenByRobots(str(error)) from None
