// Lines over a share from 0 to 1, with a band around a line, levels to compare with, and marked points.
(function () {
  "use strict";
  const { colour, escaped, plain, base } = draw;
  const dashes = ["solid", [8, 4], [2, 3], [10, 3, 2, 3]];
  const shades = ["coalition", "target", "world", "others"];
  const short = value => (value < 0 ? "\u2212" : "") + plain(value, 2);

  // A band is two lines: what lies under it, unseen, and its height, filled.
  function band(figure, line, shade) {
    const floor = { type: "line", stack: line.name, stackStrategy: "all", silent: true, symbol: "none", lineStyle: { width: 0 }, tooltip: { show: false } };
    return [
      { ...floor, data: figure.x.map((x, i) => [x, line.low[i]]) },
      {
        ...floor, areaStyle: { color: shade, opacity: 0.18 },
        data: figure.x.map((x, i) => [x, line.low[i] === null || line.high[i] === null ? null : line.high[i] - line.low[i]])
      }
    ];
  }

  // A curve that runs away, beyond four times the middle of its values, would flatten everything else.
  function range(figure) {
    const known = values => (values || []).filter(value => value !== null);
    const middle = values => known(values).map(Math.abs).sort((a, b) => a - b)[Math.floor(known(values).length / 2)] || 0;
    const all = figure.lines.flatMap(line => [line.values, line.low, line.high].flatMap(known));
    const most = Math.max(...figure.lines.map(line => 4 * middle(line.values)), ...figure.levels.map(level => 2 * Math.abs(level)), ...figure.marks.map(mark => 1.5 * Math.abs(mark.y)));
    const low = Math.max(Math.min(0, ...all, ...figure.levels), -most), high = Math.min(Math.max(0, ...all, ...figure.levels), most);
    const room = 0.06 * (high - low || 1);
    return { min: low - room, max: high + room };
  }

  draw.curve = function (figure, width) {
    const option = base(width, figure.x_name), grid = option.xAxis, ends = range(figure);
    // A name stands in the middle above its point where it has room there, and beside it where another point is near.
    const plot = width - 70, rows = (width < 500 ? 300 : 380) - 74, half = mark => 3.7 * mark.text.length;
    const left = mark => mark.x * plot, right = mark => (1 - mark.x) * plot;
    const side = mark => left(mark) < half(mark) ? "left" : right(mark) < half(mark) ? "right" : "center";
    const near = mark => figure.marks.find(other => other !== mark && Math.abs(other.x - mark.x) * plot < half(other) + half(mark) + 8
      && Math.abs(other.y - mark.y) * rows < 24 * (ends.max - ends.min));
    const place = mark => {
      const other = near(mark), room = 2 * half(mark) + 12;
      if (!other) return { align: side(mark) };
      const first = mark.x < other.x || (mark.x === other.x && figure.marks.indexOf(mark) < figure.marks.indexOf(other));
      return first
        ? (left(mark) > room ? { position: "left", align: "right" } : { align: "left" })
        : (right(mark) > room ? { position: "right", align: "left" } : { position: "bottom", align: "right" });
    };
    option.grid.top = 34;
    option.xAxis = { ...grid, min: 0, max: 1, splitNumber: 5, axisLine: { onZero: false }, axisLabel: { ...grid.axisLabel, formatter: value => plain(value, 1) } };
    option.yAxis = {
      ...grid, name: figure.y_name, nameLocation: "end", nameGap: 14, nameTextStyle: { color: colour("soft"), align: "left" },
      min: ends.min, max: ends.max, splitNumber: 5,
      axisLabel: { ...grid.axisLabel, showMinLabel: false, showMaxLabel: false }
    };
    option.tooltip.trigger = "axis";
    option.tooltip.formatter = at => {
      const i = at[0].dataIndex;
      return escaped(figure.x_name) + " " + plain(figure.x[i], 2) + figure.lines.map(line => "<br><strong>" + escaped(line.name) + "</strong> "
        + (line.values[i] === null ? "none" : short(line.values[i]))
        + (line.low && line.low[i] !== null ? " (" + short(line.low[i]) + " to " + short(line.high[i]) + ")" : "")).join("");
    };
    option.series = figure.lines.flatMap((line, l) => {
      const shade = colour(shades[l % shades.length]);
      return [
        ...(line.low ? band(figure, line, shade) : []),
        {
          type: "line", name: line.name, symbol: "circle", symbolSize: 5, showSymbol: figure.x.length < 40, connectNulls: false,
          itemStyle: { color: shade }, lineStyle: { color: shade, width: 2.5, type: dashes[l % dashes.length] },
          data: figure.x.map((x, i) => [x, line.values[i]])
        }
      ];
    });
    option.series.push({
      type: "line", silent: true, symbol: "diamond", symbolSize: 13, lineStyle: { width: 0 }, itemStyle: { color: colour("ink") }, z: 9,
      label: {
        show: true, color: colour("ink"), fontWeight: 600, position: "top", distance: 7, textBorderColor: colour("paper"), textBorderWidth: 3,
        formatter: at => figure.marks[at.dataIndex].text
      },
      data: figure.marks.map(mark => ({ value: [mark.x, mark.y], label: place(mark) })),
      markLine: {
        silent: true, symbol: "none", lineStyle: { type: "solid", width: 1, color: colour("soft") }, label: { show: false },
        data: figure.levels.map(level => ({ yAxis: level }))
      }
    });
    return { option: option, height: width < 500 ? 300 : 380 };
  };
})();
