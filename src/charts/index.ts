export { type LinePlotOptions, type LineSeries, linePlot } from "./line-plot.ts";
export { type RatioPlotOptions, ratioPlot } from "./ratio-plot.ts";
export { type SweepPlotOptions, sweepPlot } from "./sweep-plot.ts";
export { type Column, numberTable } from "./table.ts";
