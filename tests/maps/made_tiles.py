"""A small PMTiles archive around the made case, with layers as Protomaps writes them."""

from __future__ import annotations

import gzip

import geopandas as gpd
import pyogrio
from pmtiles.reader import MmapSource, Reader, all_tiles
from pmtiles.tile import Compression, TileType, zxy_to_tileid
from pmtiles.writer import Writer
from shapely.geometry import LineString, box

CREDIT = '<a href="https://x.example" onclick="window.__x=1">Protomaps</a> &copy; <b>Us</b>'

LAYERS = {
    "roads": [
        ("highway", LineString([(32.40, 15.60), (32.52, 15.71)])),
        ("minor_road", LineString([(32.42, 15.68), (32.49, 15.61)])),
        ("path", LineString([(32.43, 15.61), (32.44, 15.69)])),
        ("ferry", LineString([(32.41, 15.61), (32.50, 15.61)])),
    ],
    "water": [("river", box(32.505, 15.50, 32.515, 15.75))],
    "landuse": [
        ("park", box(32.43, 15.62, 32.45, 15.64)),
        ("<script>", box(32.46, 15.6, 32.5, 15.62)),
    ],
    "buildings": [("building", box(32.46, 15.64, 32.4605, 15.6405))],
    "places": [("locality", box(32.46, 15.64, 32.4605, 15.6405))],
}


def write_tiles(path, *, layers=None, credit=CREDIT, shift=0.0, column="kind"):
    """Write an archive; a tile of several layers is the tiles of each, one after the other."""
    tiles: dict[tuple[int, int, int], bytes] = {}
    layers = LAYERS if layers is None else layers
    for name, features in layers.items():
        one = path.with_name(f"{name}-alone.pmtiles")
        shapes = gpd.GeoSeries([shape for _, shape in features], crs=4326).translate(xoff=shift)
        table = gpd.GeoDataFrame({column: [kind for kind, _ in features]}, geometry=shapes)
        pyogrio.write_dataframe(table, one, layer=name, driver="PMTiles", MINZOOM="8", MAXZOOM="13")
        with one.open("rb") as file:
            for place, data in all_tiles(MmapSource(file)):
                tiles[place] = tiles.get(place, b"") + gzip.decompress(data)
        with one.open("rb") as file:
            header = Reader(MmapSource(file)).header()
        one.unlink()
    with path.open("wb") as file:
        writer = Writer(file)
        for place in sorted(tiles, key=lambda one: zxy_to_tileid(*one)):
            writer.write_tile(zxy_to_tileid(*place), gzip.compress(tiles[place], mtime=0))
        header |= {"tile_type": TileType.MVT, "tile_compression": Compression.GZIP}
        about = {
            "attribution": credit,
            "vector_layers": [{"id": name, "fields": {column: "String"}} for name in layers],
        }
        writer.finalize(header, about)
    return path
