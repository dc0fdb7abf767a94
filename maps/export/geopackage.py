"""All tables as layers of one GeoPackage, with styles that QGIS applies by itself."""

from __future__ import annotations

import sqlite3
import warnings
from contextlib import closing
from typing import TYPE_CHECKING

import geopandas as gpd
import pyogrio

from maps.export.files import whole_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import pandas as pd

# The table in which QGIS looks for a layer's style (QGIS, "Save style in database").
_STYLES_TABLE = """
CREATE TABLE layer_styles (
  id INTEGER PRIMARY KEY AUTOINCREMENT, f_table_catalog TEXT DEFAULT '',
  f_table_schema TEXT DEFAULT '', f_table_name TEXT, f_geometry_column TEXT DEFAULT 'geom',
  styleName TEXT, styleQML TEXT, styleSLD TEXT DEFAULT '', useAsDefault BOOLEAN,
  description TEXT DEFAULT '', owner TEXT DEFAULT '', ui TEXT,
  update_time DATETIME DEFAULT CURRENT_TIMESTAMP
)
"""


def write_geopackage(
    tables: Mapping[str, pd.DataFrame], path: Path, *, styles: Mapping[str, str]
) -> None:
    """
    Write every table as a layer named after it, whole or not at all.

    Parameters
    ----------
    tables
        GeoDataFrames become spatial layers in WGS 84, plain tables become attributes.
    path
        Where the GeoPackage goes.
    styles
        QML by the name of the layer it is for; QGIS applies it by itself.
    """
    with whole_file(path) as temporary:
        # GDAL makes a new file only where there is none.
        temporary.unlink()
        for name, table in tables.items():
            _write_layer(table, temporary, name)
        _write_styles(temporary, styles)


def _write_layer(table: pd.DataFrame, path: Path, name: str) -> None:
    with warnings.catch_warnings():
        # A layer without rows has no geometry type to write; QGIS reads it all the same.
        warnings.filterwarnings("ignore", category=UserWarning, module="pyogrio")
        if isinstance(table, gpd.GeoDataFrame):
            pyogrio.write_dataframe(
                table,
                path,
                layer=name,
                driver="GPKG",
                geometry_type="Unknown",
                promote_to_multi=False,
            )
        else:
            pyogrio.write_dataframe(_without_objects(table), path, layer=name, driver="GPKG")


def _without_objects(table: pd.DataFrame) -> pd.DataFrame:
    """Give columns of nothing a type, which a GeoPackage needs."""
    return table.astype({name: "string" for name in table if table[name].dtype == object})


def _write_styles(path: Path, styles: Mapping[str, str]) -> None:
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(_STYLES_TABLE)
        database.execute(
            "INSERT INTO gpkg_contents (table_name, data_type, identifier)"
            " VALUES ('layer_styles', 'attributes', 'layer_styles')"
        )
        database.executemany(
            "INSERT INTO layer_styles (f_table_name, styleName, styleQML, useAsDefault)"
            " VALUES (?, ?, ?, 1)",
            [(name, f"Dateline {name}", qml) for name, qml in styles.items()],
        )
