export { type LinePlotOptions, type LineSeries, linePlot } from "./lines/line-plot.ts";
export { type Column, numberTable } from "./parts/table.ts";
export { type RatioPlotOptions, ratioPlot } from "./ratio/ratio-plot.ts";
export { type SweepPlotOptions, sweepPlot } from "./sweep/sweep-plot.ts";
