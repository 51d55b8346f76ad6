// Bands of draws, a row each, and shares with their errors.
(function () {
  "use strict";
  const { colour, escaped, signed, plain, base } = draw;

  // Lines along rows, all in one series: a gap after each.
  function rows(lows, highs, width, shade, more) {
    return {
      type: "line", symbol: "none", connectNulls: false, silent: true, lineStyle: { width: width, color: shade, cap: "butt" },
      data: lows.flatMap((low, i) => low === null ? [] : [[low, i], [highs[i], i], [null, i]]), ...more
    };
  }

  function points(values, symbol, size, style, more) {
    return { type: "line", symbol: symbol, symbolSize: size, lineStyle: { width: 0 }, itemStyle: style, data: values.map((value, i) => [value, i]), ...more };
  }

  const zero = () => ({
    silent: true, symbol: "none", animation: false, label: { show: false }, data: [{ xAxis: 0 }], lineStyle: { type: "solid", width: 1, color: colour("soft") }
  });

  // A band that reaches more than three times as far as all others is cut, and says so.
  function limitOf(figure) {
    const reach = figure.p5.map((low, i) => Math.max(Math.abs(low), Math.abs(figure.p95[i]), Math.abs(figure.case_value[i]))).sort((a, b) => b - a);
    return reach.length > 1 && reach[0] > 3 * reach[1] && reach[1] > 0 ? 1.5 * reach[1] : Infinity;
  }

  draw.intervals = function (figure, width) {
    const option = base(width, figure.x_name), limit = limitOf(figure);
    const clipped = values => values.map(value => value === null ? null : Math.max(-limit, Math.min(limit, value)));
    const isCut = i => Math.max(Math.abs(figure.p5[i]), Math.abs(figure.p95[i])) > limit;
    const sides = Array.from(new Set(figure.rows.map(row => row.side)));
    const of = (values, side) => clipped(values).map((value, i) => figure.rows[i].side === side ? value : null);
    option.yAxis.data = figure.rows.map(row => row.name);
    option.yAxis.splitLine = { show: true, lineStyle: { color: colour("line"), opacity: 0.5 } };
    if (limit < Infinity) {
      const low = Math.min(0, ...clipped(figure.p5)), high = Math.max(0, ...clipped(figure.p95)), room = 0.04 * (high - low);
      Object.assign(option.xAxis, { min: low - room, max: high + room });
      option.xAxis.axisLabel.showMinLabel = option.xAxis.axisLabel.showMaxLabel = false;
    }
    option.tooltip.formatter = at => {
      const i = at.value[1], value = name => signed(figure[name][i], 3);
      return "<strong>" + escaped(figure.rows[i].name) + "</strong><br>median " + value("p50") + "<br>25 to 75 percent: " + value("p25") + " to " + value("p75")
        + "<br>5 to 95 percent: " + value("p5") + " to " + value("p95") + "<br>the case's own values: " + value("case_value");
    };
    option.series = [
      ...sides.flatMap(side => [
        rows(of(figure.p5, side), of(figure.p95, side), 2, colour(side)),
        rows(of(figure.p25, side), of(figure.p75, side), 7, colour(side))
      ]),
      points(clipped(figure.case_value), "diamond", 9, { color: colour("paper"), borderColor: colour("ink"), borderWidth: 1.5 }, { z: 4 }),
      points(clipped(figure.p50), "circle", 7, { color: colour("ink"), borderColor: colour("paper"), borderWidth: 1 }, { z: 5, markLine: zero() }),
      points(clipped(figure.p50).map((value, i) => isCut(i) ? value : null), "circle", 1, { color: "transparent" }, {
        z: 6, silent: true,
        label: {
          show: true, position: figure.p50.some((value, i) => isCut(i) && value < 0) ? "right" : "left", distance: 12, color: colour("ink"),
          formatter: at => isCut(at.value[1]) ? signed(figure.p5[at.value[1]], 2) + " to " + signed(figure.p95[at.value[1]], 2) + " (cut)" : ""
        }
      })
    ];
    return { option: option, height: (draw.onPaper ? 14 : 18) * figure.rows.length + 50 };
  };

  draw.shares = function (figure, width) {
    const option = base(width, figure.x_name);
    const low = figure.shares.map((share, i) => share === null ? null : 100 * (share - 2 * figure.errors[i]));
    const high = figure.shares.map((share, i) => share === null ? null : 100 * (share + 2 * figure.errors[i]));
    option.xAxis.max = Math.max(100, ...high);
    option.xAxis.axisLabel.showMaxLabel = option.xAxis.max === 100;
    option.xAxis.min = Math.floor(Math.min(0, ...low));
    option.xAxis.axisLabel.showMinLabel = option.xAxis.min === 0;
    option.yAxis.data = figure.names;
    option.tooltip.formatter = at => "<strong>" + escaped(figure.names[at.dataIndex]) + "</strong><br>" + signed(100 * figure.shares[at.dataIndex], 1)
      + " percent of the variance<br>standard error " + plain(100 * figure.errors[at.dataIndex], 1);
    option.series = [
      {
        type: "bar", barCategoryGap: "40%", itemStyle: { color: colour(figure.side), opacity: 0.75 }, data: figure.shares.map(share => share === null ? null : 100 * share),
        markLine: zero()
      },
      rows(low, high, 2, colour("ink"), { z: 4 })
    ];
    return { option: option, height: 34 * figure.names.length + 56 };
  };
})();
