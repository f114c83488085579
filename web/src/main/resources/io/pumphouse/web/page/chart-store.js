// What the charts are drawn from: every metric in equal steps over the whole time, in part of it in
// finer ones. It holds one such time, however long it is kept up to date.

const whole = { from: 0, to: 0, step: 0, curves: new Map() };
let finer = null; // the same of a part

/** The series of the agent as [{at, low, mean, high, known}, …] by metric. */
function read({ from, step_ms: step, series }) {
  const begin = Date.parse(from);
  return new Map(
    Object.entries(series).map(([metric, { min = [], avg, max = [], quality }]) => [
      metric,
      avg.map((mean, i) => ({
        at: begin + i * step,
        low: min[i],
        mean,
        high: max[i],
        known: quality[i],
      })),
    ]),
  );
}

function joined(answers) {
  const [{ from, to, step_ms: step }] = answers;
  const curves = new Map(answers.flatMap((answer) => [...read(answer)]));
  return { from: Date.parse(from), to: Date.parse(to), step, curves };
}

export const span = () => ({ from: whole.from, to: whole.to, step: whole.step });

export const isFilled = () => whole.step > 0;

/** Everything anew, from answers about the same time. */
export function fill(answers) {
  Object.assign(whole, joined(answers));
}

/** The newest steps: those that were there are replaced, as many as came are forgotten. */
export function renew(answers) {
  const news = joined(answers);
  if (news.step !== whole.step || news.from > whole.to) return false;
  const from = whole.from + Math.max(0, news.to - whole.to);
  for (const [metric, points] of news.curves) {
    const kept = (whole.curves.get(metric) ?? []).filter(
      ({ at }) => at >= from && at < news.from,
    );
    whole.curves.set(metric, [...kept, ...points]);
  }
  Object.assign(whole, { from, to: Math.max(whole.to, news.to) });
  return true;
}

/** A part in finer steps, until another is; none is as before. */
export function refine(answers) {
  finer = answers && joined(answers);
}

/** Every step of a metric, the finer ones where there are such. */
export function points(metric) {
  const all = whole.curves.get(metric) ?? [];
  const part = finer?.curves.get(metric);
  if (!part) return all;
  return [
    ...all.filter(({ at }) => at < finer.from),
    ...part,
    ...all.filter(({ at }) => at >= finer.to),
  ];
}
