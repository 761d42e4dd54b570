import { test } from './support/page.ts';
import { goTo, open, SCREENS } from './support/stands.ts';
for (const [name, vp, set] of [['wide',{width:1280,height:720},{}],['small',{width:320,height:568},{}],['large',{width:1280,height:720},{textSize:200}]] as const)
test(name, async ({ browser, baseURL }) => {
  test.setTimeout(300000);
  const page = await browser.newPage({ viewport: vp, baseURL });
  await open(page, set);
  for (const s of SCREENS) { const t=Date.now(); await goTo(page, s); await page.screenshot({ path: `/tmp/lead/qa/${name}-${s}.png` }); console.log(s, Date.now()-t); }
});
