// What tasks cost by the processor's own time: on a machine where other programs run, the clock counts
// these too.

/** Milliseconds of processor time that each task of the page's main thread takes while `work` is done. */
export async function tasks(browser, page, work) {
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
  let trace;
  try {
    await work();
  } finally {
    trace = await browser.stopTracing();
  }
  const events = JSON.parse(trace.toString()).traceEvents;
  const thread = ({ pid, tid }) => `${pid} ${tid}`;
  // The page's is the main thread on which scripts run most.
  const calls = new Map();
  for (const event of events) {
    if (event.name === 'thread_name' && event.args.name === 'CrRendererMain') calls.set(thread(event), 0);
  }
  for (const event of events) {
    if (event.name === 'FunctionCall' && calls.has(thread(event))) calls.set(thread(event), calls.get(thread(event)) + 1);
  }
  const [[main] = []] = [...calls].sort((a, b) => b[1] - a[1]);
  const own = events.filter((event) => event.name.endsWith('::RunTask') && event.tdur !== undefined && thread(event) === main);
  return own.map(({ tdur }) => tdur / 1000);
}
