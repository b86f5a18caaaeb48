"""Distances as the crow flies, in kilometres."""

import math

import numpy as np
from numpy.typing import NDArray

EARTH_KM = 6371.0088  # mean radius (IUGG)

FloatArray = NDArray[np.float32]


def kilometres(
    latitude: float, longitude: float, latitudes: FloatArray, longitudes: FloatArray
) -> FloatArray:
    """Kilometres from one place to many, by the haversine formula.

    All arguments are in radians; NaN in, NaN out. In single precision the result is good to
    some metres, which is far more than a travel wish needs.
    """
    height: FloatArray = np.sin((latitudes - np.float32(latitude)) * np.float32(0.5))
    height *= height
    width = np.sin((longitudes - np.float32(longitude)) * np.float32(0.5))
    width *= width
    width *= np.cos(latitudes)
    width *= np.float32(math.cos(latitude))
    height += width
    np.sqrt(height, out=height)
    # Rounding may push antipodes a hair above one.
    np.minimum(height, np.float32(1), out=height)
    np.arcsin(height, out=height)
    height *= np.float32(2 * EARTH_KM)
    return height
