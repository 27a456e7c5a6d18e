// An address from elsewhere never breaks the page: what cannot be restored is told, the rest applies.

import assert from "node:assert/strict";
import { journey } from "./browser.mjs";

journey("an unknown part is told and the rest applies", {}, async (soi) => {
  await soi.open("?year=2020&nonsense=7&sort=sideways&year=1999");
  await soi.untilReports(1);
  const notice = await soi.notice();
  for (const part of ["nonsense", "sideways", "1999"]) assert.ok(notice.includes(part), `${part} in: ${notice}`);
  await soi.choose("year", "2018");
  await soi.untilReports(2);
});

journey("a report that is not here leads to the list, with a word about it", {}, async (soi) => {
  await soi.open("?view=report&report=no-such-report");
  await soi.untilReports(5);
  assert.match(await soi.notice(), /no-such-report/);
});

for (const address of ["?%", "?q=%ff%fe", "?=&&==&", "?view=", `?q=${"a".repeat(5000)}`, "?statement=99999999999999999999"]) {
  journey(`${address.slice(0, 30)} does not break the page`, {}, async (soi) => {
    await soi.open(address);
    assert.match(await soi.headline(), /\S/);
  });
}
