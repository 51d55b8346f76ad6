// What a case is made of: bars of harm and own cost by instrument, and waterfalls of a region's channels.
(function () {
  "use strict";
  const { colour, escaped, signed, base, stripes, dots } = draw;
  const zero = () => ({
    silent: true, symbol: "none", animation: false, label: { show: false }, data: [{ xAxis: 0 }],
    lineStyle: { type: "solid", width: 1, color: colour("soft") }
  });

  // Room for labels beside the longest bars on both sides of zero.
  function stretch(option, values, width, label) {
    const low = Math.min(0, ...values), high = Math.max(0, ...values), plot = Math.max(width * 0.55, 150);
    const room = (high - low) * label / (plot - label * ((low < 0) + (high > 0)));
    option.xAxis.min = low < 0 ? low - room : 0;
    option.xAxis.max = high > 0 ? high + room : 0;
    option.xAxis.axisLabel.showMinLabel = low === 0;
    option.xAxis.axisLabel.showMaxLabel = high === 0;
  }

  // Where there is little room a name takes two lines.
  function narrow(option, width) {
    if (width >= 500) return;
    option.yAxis.axisLabel.overflow = "break";
    option.yAxis.axisLabel.fontSize = 11;
    option.yAxis.axisLabel.lineHeight = 13;
  }

  draw.pairs = function (figure, width) {
    const inBillions = values => values.map(value => value / 1000);
    const harm = inBillions(figure.harm), cost = inBillions(figure.cost), all = [...harm, ...cost];
    const digits = Math.max(...all.map(Math.abs)) < 10 ? 2 : 1;
    const option = base(width, "bn USD a year");
    const error = value => value > 0 ? " (standard error " + value.toLocaleString("en-US", { maximumFractionDigits: 0 }) + ")" : "";
    const bar = (values, side, decal) => ({
      type: "bar", barGap: "0%", barCategoryGap: "30%",
      data: values.map(value => ({
        value: value, itemStyle: { color: colour(side), decal: decal },
        label: { show: true, position: value < 0 ? "left" : "right", color: colour("ink"), formatter: signed(value, digits).replace("+", "") }
      }))
    });
    narrow(option, width);
    stretch(option, all, width, 52);
    option.yAxis.data = figure.names;
    option.tooltip.formatter = at => {
      const row = at.dataIndex;
      return "<strong>" + escaped(figure.names[row]) + "</strong><br>harm: " + signed(figure.harm[row], 0) + " m USD" + error(figure.harm_error[row])
        + "<br>own cost: " + signed(figure.cost[row], 0) + " m USD" + error(figure.cost_error[row]);
    };
    option.series = [bar(harm, "target", "none"), bar(cost, "coalition", stripes(5, 1))];
    option.series[0].markLine = zero();
    return { option: option, height: (draw.onPaper ? 30 : 40) * figure.names.length + 50 };
  };

  draw.waterfall = function (figure, width) {
    const last = figure.pct.length - 1;
    let level = 0;
    const steps = figure.pct.map((value, row) => {
      const from = row === last ? 0 : level;
      level = from + value;
      return { from: from, to: level, value: value };
    });
    const option = base(width, "real income, percent"), ends = steps.map(step => step.to);
    narrow(option, width);
    stretch(option, ends, width, 66);
    option.yAxis.data = figure.names;
    option.yAxis.axisLabel.width = width < 500 ? width * 0.4 : 230;
    option.tooltip.formatter = at =>
      "<strong>" + escaped(figure.names[at.dataIndex]) + "</strong><br>" + signed(figure.pct[at.dataIndex], 3) + " percent<br>" + signed(figure.musd[at.dataIndex], 0) + " m USD a year";
    // A step is a short bar upon one that is not seen; a step across zero is one on either side of it.
    const seen = (row, part) => {
      const step = steps[row], low = Math.min(step.from, step.to), high = Math.max(step.from, step.to);
      return part < 0 ? Math.min(0, high) - Math.min(0, low) : Math.max(0, high) - Math.max(0, low);
    };
    const hidden = (row, part) => part < 0 ? Math.min(0, Math.max(steps[row].from, steps[row].to)) : Math.max(0, Math.min(steps[row].from, steps[row].to));
    const stack = part => [
      { type: "bar", stack: String(part), silent: true, itemStyle: { color: "transparent" }, tooltip: { show: false }, barGap: "-100%", barCategoryGap: "25%", data: steps.map((_, row) => hidden(row, part)) },
      {
        type: "bar", stack: String(part), barGap: "-100%", barCategoryGap: "25%",
        data: steps.map((step, row) => {
          const labelled = (step.to < 0 || (step.to === 0 && step.value < 0)) === part < 0;
          return {
            value: part * seen(row, part),
            itemStyle: {
              color: colour(row === last ? "world" : step.value < 0 ? "loss-2" : "gain-2"),
              decal: row === last ? "none" : step.value < 0 ? stripes(5, 1) : dots(6, 0.3)
            },
            label: { show: labelled, position: part < 0 ? "left" : "right", color: colour("ink"), formatter: signed(step.value, 3) }
          };
        })
      }
    ];
    option.series = [...stack(-1), ...stack(1)];
    option.series[0].markLine = zero();
    return { option: option, height: (draw.onPaper ? 18 : width < 500 ? 34 : 26) * figure.names.length + 50 };
  };
})();
