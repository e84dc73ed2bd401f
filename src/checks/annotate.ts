/** A problem as GitHub Actions shows it beside the line: `::error file=…,line=…,col=…::…`. */
export function annotation(check: string, problem: string): string {
  const [, file, line, column, message = problem] = /^([^\s:]+):(\d+)(?::(\d+))?: (.*)$/s.exec(problem) ?? [];
  const place = file ? [`file=${property(file)}`, `line=${line}`, ...(column ? [`col=${column}`] : [])] : [];
  const properties = [...place, `title=${property(check)}`].join(",");
  return `::error ${properties}::${escaped(message)}`;
}

function escaped(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return escaped(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
