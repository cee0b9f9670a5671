"""Which clusters are refused before anything is started."""

import pytest

from wirecrawl.errors import BadArgument
from wirecrawl.parallel import cluster


@pytest.mark.parametrize(
    "address", ["10.0.0.1:8786", "local:0", "local:", "local:x", "http://10.0.0.1", "tcp:10.0.0.1"]
)
def test_an_address_that_is_none_is_usage(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "find_spec", lambda _: True)  # also where Dask is not installed
    with pytest.raises(BadArgument, match=f"{address}: give local, local:N or tcp://HOST:PORT"):
        cluster.connect(address)


def test_without_dask_the_way_to_install_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "find_spec", lambda _: None)
    with pytest.raises(BadArgument, match="make extras"):
        cluster.connect("local")
