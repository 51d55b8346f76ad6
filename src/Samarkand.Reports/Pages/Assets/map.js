// The map of the world: each region's change in its class, all states that are no region of their own in one style.
(function () {
  "use strict";
  const { colour, escaped, signed, stripes, dots } = draw;

  // TopoJSON: lines that neighbours share, each point as the step from the one before.
  function polygons(world) {
    const lines = world.arcs.map(arc => {
      let x = 0, y = 0;
      return arc.map(step => [x += step[0], y += step[1]]);
    });
    const ring = arcs => arcs.flatMap((arc, i) => (arc < 0 ? lines[~arc].slice().reverse() : lines[arc]).slice(i > 0 ? 1 : 0));
    return world.objects.countries.geometries.map(country => ({
      code: country.id, name: country.properties.name, shape: country.arcs.map(rings => rings.map(ring))
    }));
  }

  function box(points) {
    const xs = points.map(point => point[0]), ys = points.map(point => point[1]);
    return { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) };
  }

  function disc(around, radius) {
    const x = (around.left + around.right) / 2, y = (around.bottom + around.top) / 2;
    return [Array.from({ length: 25 }, (_, i) => [x + radius * Math.cos(i * Math.PI / 12), y + radius * Math.sin(i * Math.PI / 12)])];
  }

  const patterns = {
    "loss-1": () => stripes(7, 1), "loss-2": () => stripes(4, 1), "loss-3": () => stripes(2, 1.5),
    "gain-1": () => dots(7, 0.3), "gain-2": () => dots(5, 0.5), "gain-3": () => dots(4, 0.8),
    rest: () => ({ symbol: "rect", dashArrayX: [1, 0], dashArrayY: [1, 7], rotation: 0, color: colour("coast-rest") })
  };

  draw.map = function (data, world, width) {
    const regions = new Map(data.regions.map(region => [region.code, region]));
    const rest = regions.get(data.map.remainder), countries = polygons(world);
    // A world may write other codes than the shapes have.
    countries.forEach(country => { country.code = (data.map.shapes || {})[country.code] || country.code; });
    const whole = box(countries.flatMap(country => country.shape.flatMap(rings => rings[0])));
    const unit = (whole.right - whole.left) / width;
    // A state too small to see is a disc, drawn after its neighbours.
    const isSmall = country => {
      const around = box(country.shape.flatMap(rings => rings[0]));
      return regions.has(country.code) && Math.max(around.right - around.left, around.top - around.bottom) < 7 * unit;
    };
    const small = new Set(countries.filter(isSmall));
    countries.sort((a, b) => small.has(a) - small.has(b));
    small.forEach(country => { country.shape = [disc(box(country.shape[0][0]), 3.5 * unit)]; });
    echarts.registerMap("world", {
      type: "FeatureCollection",
      features: countries.map(country => ({
        type: "Feature", properties: { name: country.code }, geometry: { type: "MultiPolygon", coordinates: country.shape }
      }))
    });
    const style = country => {
      const region = regions.get(country.code), kind = region ? data.map.classes[country.code] : "rest";
      const isTarget = country.code === data.target;
      return {
        name: country.code,
        value: region ? region.real_income_pct : null,
        itemStyle: {
          areaColor: colour(kind), decal: patterns[kind] ? patterns[kind]() : "none",
          borderColor: colour(isTarget ? "ink" : region ? "coast" : "coast-rest"), borderWidth: isTarget ? 1.2 : width < 500 ? 0.3 : 0.6
        }
      };
    };
    const text = (country, region) => {
      const name = region === rest ? country.name + ", part of: " + region.name : region.name;
      return "<strong>" + escaped(name) + "</strong><br>" + signed(region.real_income_pct, 3) + " percent<br>" + signed(region.ev_musd, 0) + " m USD a year";
    };
    const byCode = new Map(countries.map(country => [country.code, country]));
    return {
      option: {
        animation: false,
        tooltip: {
          ...draw.base(width, "").tooltip,
          formatter: at => {
            const country = byCode.get(at.name), region = regions.get(country.code) || rest;
            return region ? text(country, region) : "<strong>" + escaped(country.name) + "</strong><br>no figure of its own";
          }
        },
        series: [{
          type: "map", map: "world", aspectScale: 1, left: 1, right: 1, top: 1, bottom: 1, selectedMode: false, label: { show: false },
          emphasis: { label: { show: false }, itemStyle: { areaColor: null, borderColor: colour("accent"), borderWidth: 1.5 } },
          data: countries.sort((a, b) => (a.code === data.target) - (b.code === data.target)).map(style)
        }]
      },
      height: Math.round((whole.top - whole.bottom) / unit)
    };
  };
})();
