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

  // A thin line with caps over the end of each bar, on a second axis on which the two bars of a row have places of their own.
  function errors(values, spans, place) {
    const data = [];
    values.forEach((value, row) => {
      if (!(spans[row] > 0)) return;
      const y = row + place, cap = 0.07, from = value - spans[row], to = value + spans[row];
      [[[from, y], [to, y]], [[from, y - cap], [from, y + cap]], [[to, y - cap], [to, y + cap]]].forEach(line => data.push(...line, ["-", "-"]));
    });
    return { type: "line", yAxisIndex: 1, data: data, symbol: "none", silent: true, tooltip: { show: false }, lineStyle: { width: 1.5, color: colour("ink") }, z: 5 };
  }

  draw.pairs = function (figure, width) {
    const inBillions = values => values.map(value => value / 1000);
    const harm = inBillions(figure.harm), cost = inBillions(figure.cost), all = [...harm, ...cost];
    const harmError = inBillions(figure.harm_error), costError = inBillions(figure.cost_error), spans = [...harmError, ...costError];
    const labels = figure.labels || ["harm", "own cost"];
    const digits = Math.max(...all.map(Math.abs)) < 10 ? 2 : 1;
    const option = base(width, "bn USD a year");
    const error = value => value > 0 ? " (standard error " + value.toLocaleString("en-US", { maximumFractionDigits: 0 }) + ")" : "";
    narrow(option, width);
    stretch(option, [...all.map((value, i) => value - spans[i]), ...all.map((value, i) => value + spans[i])], width, 52);
    const scale = Math.max(width - (width < 500 ? width * 0.45 : 140), 150) / (option.xAxis.max - option.xAxis.min);
    const bar = (values, errors, side, decal) => ({
      type: "bar", barGap: "0%", barCategoryGap: "30%",
      data: values.map((value, row) => ({
        value: value, itemStyle: { color: colour(side), decal: decal },
        label: { show: true, position: value < 0 ? "left" : "right", distance: 5 + errors[row] * scale, color: colour("ink"), formatter: signed(value, digits).replace("+", "") }
      }))
    });
    option.yAxis.data = figure.names;
    option.tooltip.formatter = at => {
      const row = at.dataIndex;
      return "<strong>" + escaped(figure.names[row]) + "</strong><br>" + escaped(labels[0]) + ": " + signed(figure.harm[row], 0) + " m USD" + error(figure.harm_error[row])
        + "<br>" + escaped(labels[1]) + ": " + signed(figure.cost[row], 0) + " m USD" + error(figure.cost_error[row]);
    };
    option.series = [bar(harm, harmError, "target", "none"), bar(cost, costError, "coalition", stripes(5, 1))];
    option.series[0].markLine = zero();
    if (spans.some(span => span > 0)) {
      // With a value axis beside it the line of this one would move to the top.
      option.xAxis.axisLine = option.xAxis.axisTick = { show: false };
      option.yAxis = [option.yAxis, { type: "value", min: 0, max: figure.names.length, inverse: true, show: false }];
      option.series.push(errors(harm, harmError, 0.325), errors(cost, costError, 0.675));
    }
    return { option: option, height: (draw.onPaper ? 30 : figure.names.length > 12 ? 32 : 40) * figure.names.length + 50 };
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
