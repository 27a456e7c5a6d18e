// What went on in each gap that `run.mjs` found: `SOI_TRACE=/tmp/t.json node benches/own/run.mjs DIST FILE`, then
// `node benches/own/gaps.mjs /tmp/t.json [MS]`, for gaps over MS milliseconds (45). For each gap: what the page's thread
// ran, by the clock and by the processor, and which other threads used the processor meanwhile.

import { readFileSync } from "node:fs";

const [file, least = "45"] = process.argv.slice(2);
const { trace } = JSON.parse(readFileSync(file, "utf8"));
const names = new Map();
const programs = new Map();
for (const { name, pid, tid, args } of trace) {
  if (name === "thread_name") names.set(`${pid}/${tid}`, args.name);
  if (name === "process_name") programs.set(pid, args.name);
}
const drop = trace.find((event) => event.name === "drop");
const page = `${drop.pid}/${drop.tid}`;
const of = ({ pid, tid }) => `${pid}/${tid}`;
const called = (key) => `${programs.get(Number(key.split("/")[0])) ?? "?"}:${names.get(key) ?? key}`;
const whole = trace.filter((event) => event.ph === "X" && event.dur > 0).sort((a, b) => a.ts - b.ts);
const ticks = whole.filter((event) => of(event) === page && event.name === "TimerFire").map((event) => event.ts);
const at = (ts) => ((ts - drop.ts) / 1e3).toFixed(0);
const ms = (us) => (us / 1e3).toFixed(1);

const before = 5e6;
let last = drop.ts;
const tasks = whole.filter((event) => of(event) === page && /RunTask$/.test(event.name));
for (let i = 1; i < ticks.length; i += 1) {
  const [from, to] = [ticks[i - 1], ticks[i]];
  if (to < drop.ts || from < drop.ts - before || to - from < Number(least) * 1e3 || from - drop.ts > 30e6) continue;
  last = to;
  const shared = (event) => Math.min(to, event.ts + event.dur) - Math.max(from, event.ts);
  const inside = whole.filter((event) => event.ts < to && event.ts + event.dur > from);
  console.log(`\n== gap of ${ms(to - from)} ms at ${at(from)}`);
  for (const event of inside.filter((event) => of(event) === page && event.dur > 1500)) {
    const data = event.args?.data ?? {};
    const about = [data.functionName, data.type, data.url?.slice?.(-30), event.args?.src_func].filter(Boolean).join(" ");
    console.log(`   ${at(event.ts).padStart(6)} ${ms(event.dur).padStart(7)} clock ${ms(event.tdur ?? 0).padStart(7)} cpu  ${event.name} ${about}`);
  }
  const busy = new Map();
  for (const event of inside) {
    // Nested events would count twice.
    if (!/RunTask$|RunProcessTask|^ThreadPool_RunTask|CompileTask|wasm\./.test(event.name)) continue;
    const share = shared(event);
    const cpu = (event.tdur ?? 0) * (share / event.dur);
    const key = of(event);
    const sum = busy.get(key) ?? { clock: 0, cpu: 0, what: new Map() };
    if (/RunTask$/.test(event.name)) { sum.clock += share; sum.cpu += cpu; }
    const what = event.args?.src_func ?? event.name;
    sum.what.set(what, (sum.what.get(what) ?? 0) + share);
    busy.set(key, sum);
  }
  for (const [key, { clock, cpu, what }] of [...busy].sort((a, b) => b[1].clock - a[1].clock).slice(0, 9)) {
    const most = [...what].sort((a, b) => b[1] - a[1]).slice(0, 3).map(([name, us]) => `${name} ${ms(us)}`).join(", ");
    console.log(`      ${called(key)}: ${ms(clock)} clock, ${ms(cpu)} cpu: ${most}`);
  }
}
console.log(`\nlast gap ends at ${at(last)}`);
