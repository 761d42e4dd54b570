// What a reader of a screen meets: words that are cut off or lie on each other, the stops of Tab, and how far words stand
// off from whatever is really painted behind them. Functions that run in the page are whole by themselves.

/* oxlint-disable unicorn/consistent-function-scoping -- what runs in the page takes nothing along from here */
import type { Page } from '@playwright/test';

/** WCAG 1.4.12: nothing may be lost when a reader's own style sheet asks for this. */
export const TEXT_SPACING = `* {
  line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
} p { margin-bottom: 2em !important; }`;

/** What is wrong with how the words lie, each in a line; nothing where all is well. */
export function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    interface Words {
      readonly own: Element;
      readonly block: Element;
      readonly text: string;
      readonly box: DOMRect;
      readonly seen: { l: number; t: number; r: number; b: number };
    }
    const found: string[] = [];
    const root = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
    const doc = document.documentElement;
    if (doc.scrollWidth > innerWidth + 1)
      found.push(`the page is ${doc.scrollWidth - innerWidth} px wider than the window`);
    const nameOf = (one: Element): string =>
      `${one.tagName.toLowerCase()}${[...one.classList].map((c) => `.${c}`).join('')}`;
    const pathOf = (one: Element): string =>
      (one.parentElement === null ? '' : `${nameOf(one.parentElement)} > `) + nameOf(one);

    for (const one of root.querySelectorAll('*')) {
      const style = getComputedStyle(one);
      if (!['auto', 'scroll'].includes(style.overflowX) || one.clientWidth === 0) continue;
      if (one.scrollWidth > one.clientWidth + 1) found.push(`${pathOf(one)} scrolls sideways`);
    }

    const all: Words[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const own = node.parentElement;
      if (
        own === null ||
        (node.textContent ?? '').trim() === '' ||
        own.closest('.unseen, .labels, option, svg, style, script') !== null
      )
        continue;
      const style = getComputedStyle(own);
      if (style.visibility !== 'visible') continue;
      let block: Element = own;
      while (block.parentElement !== null && getComputedStyle(block).display.startsWith('inline'))
        block = block.parentElement;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        if (box.width < 1 || box.height < 1) continue;
        // what a box that hides its overflow leaves of it, and one that scrolls
        const seen = { l: box.left, t: box.top, r: box.right, b: box.bottom };
        let isCut = false;
        for (let over: Element | null = own; over !== null && over !== doc; over = over.parentElement) {
          const { overflowX, overflowY, position } = getComputedStyle(over);
          const edge = over.getBoundingClientRect();
          if (overflowX !== 'visible') {
            if (overflowX !== 'auto' && overflowX !== 'scroll' && over !== document.body)
              isCut ||=
                seen.l < edge.left - 2 || seen.r > edge.right + 2 || seen.t < edge.top - 2 || seen.b > edge.bottom + 2;
            seen.l = Math.max(seen.l, edge.left);
            seen.r = Math.min(seen.r, edge.right);
          }
          if (overflowY !== 'visible' && over !== document.body) {
            seen.t = Math.max(seen.t, edge.top);
            seen.b = Math.min(seen.b, edge.bottom);
          }
          if (position === 'fixed') break;
        }
        const text = (node.textContent ?? '').trim().slice(0, 30);
        if (isCut) found.push(`${pathOf(own)} “${text}” is cut off`);
        const isFixed = getComputedStyle(block).position === 'fixed';
        const isBeside =
          box.left < -1 || box.right > innerWidth + 1 || (isFixed && (box.top < -1 || box.bottom > innerHeight + 1));
        const aboveAll = box.bottom + scrollY < 0;
        if ((isBeside || aboveAll) && !isCut) found.push(`${pathOf(own)} “${text}” lies beside the window`);
        if (seen.r - seen.l > 1 && seen.b - seen.t > 1) all.push({ own, block, text, box, seen });
      }
    }

    const floats = (one: Element): boolean => {
      for (let over: Element | null = one; over !== null; over = over.parentElement)
        if (getComputedStyle(over).position === 'sticky') return true;
      return false;
    };
    all.forEach((one, k) => {
      for (const other of all.slice(k + 1)) {
        if (one.block === other.block) continue;
        // the lines of a box are higher than its letters
        const thin = (words: Words): { l: number; t: number; r: number; b: number } => {
          const by = words.box.height * 0.2;
          return {
            l: words.seen.l + 1,
            r: words.seen.r - 1,
            t: Math.max(words.seen.t, words.box.top + by),
            b: Math.min(words.seen.b, words.box.bottom - by),
          };
        };
        const [a, b] = [thin(one), thin(other)];
        const wide = Math.min(a.r, b.r) - Math.max(a.l, b.l);
        const high = Math.min(a.b, b.b) - Math.max(a.t, b.t);
        if (wide < 2 || high < 2 || floats(one.own) || floats(other.own)) continue;
        found.push(`${pathOf(one.own)} “${one.text}” lies on ${pathOf(other.own)} “${other.text}”`);
      }
    });
    return [...new Set(found)];
  });
}

export interface Stop {
  /** The element, in a line. */
  readonly what: string;
  /** Its place among all that the page has, to know it by. */
  readonly id: number;
  readonly problems: readonly string[];
}

/** The stop at which the focus is now, and what is wrong with it; null where nothing has it. */
export function stopNow(page: Page): Promise<Stop | null> {
  return page.evaluate(() => {
    const one = document.activeElement;
    if (one === null || one === document.body || one === document.documentElement) return null;
    const problems: string[] = [];
    const what = `${one.tagName.toLowerCase()}${[...one.classList].map((c) => `.${c}`).join('')} “${(one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 30)}”`;
    const box = one.getBoundingClientRect();
    if (box.width < 2 || box.height < 2) problems.push('has no size');
    // some of it is to be in the window, and not beneath anything
    const l = Math.max(0, box.left);
    const r = Math.min(innerWidth, box.right);
    const t = Math.max(0, box.top);
    const b = Math.min(innerHeight, box.bottom);
    if (r - l < 2 || b - t < 2) problems.push('is not in the window');
    else {
      const at = [0.1, 0.5, 0.9].flatMap((x) => [0.2, 0.5, 0.8].map((y) => [l + (r - l) * x, t + (b - t) * y]));
      const hits = at.filter(([x, y]) => {
        const top = document.elementFromPoint(x, y);
        return top !== null && (one.contains(top) || top.closest('label')?.contains(one) === true);
      });
      if (hits.length < at.length) {
        const over = at
          .map(([x, y]) => document.elementFromPoint(x, y))
          .find((top) => top === null || !one.contains(top));
        problems.push(
          `is covered at ${at.length - hits.length} of ${at.length} places by ${over?.tagName} .${String(over?.className)}`,
        );
      }
    }
    const label = one.closest('label');
    const ringed = [one, ...(label === null ? [] : [label])]
      .map((e) => getComputedStyle(e))
      .find((style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2);
    if (ringed === undefined) problems.push('has no ring of 2 px');
    else {
      // a picture may be behind it: the ring brings along what it stands off from
      const probe = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
      const light = (colour: string): number => {
        probe.fillStyle = colour;
        probe.fillRect(0, 0, 1, 1);
        const [red, green, blue] = Array.from(probe.getImageData(0, 0, 1, 1).data, (byte) =>
          byte / 255 <= 0.04045 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4,
        );
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      const halo = /^((?:rgb|color|oklab)[^)]*\)) 0px 0px 0px (\d+(?:\.\d+)?)px/.exec(ringed.boxShadow);
      const outside = parseFloat(ringed.outlineWidth) + parseFloat(ringed.outlineOffset);
      if (halo === null || (outside > 0 && Number(halo[2]) <= outside)) problems.push('has no ground around its ring');
      else {
        const [ring, ground] = [light(ringed.outlineColor), light(halo[1])];
        const contrast = (Math.max(ring, ground) + 0.05) / (Math.min(ring, ground) + 0.05);
        if (contrast < 3) problems.push(`has a ring of ${contrast.toFixed(1)} : 1`);
      }
    }
    const id = [...document.querySelectorAll('*')].indexOf(one);
    return { what, id, problems };
  });
}

/** All that Tab should come to. */
export function stopsThere(page: Page): Promise<{ what: string; id: number }[]> {
  return page.evaluate(() => {
    const root = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
    const every = [...document.querySelectorAll('*')];
    const seen = [
      ...root.querySelectorAll<HTMLElement>('button, a[href], select, input, textarea, summary, [tabindex]'),
    ].filter(
      (one) =>
        one.tabIndex >= 0 &&
        !one.matches(':disabled') &&
        one.getClientRects().length > 0 &&
        getComputedStyle(one).visibility === 'visible',
    );
    // of radios with one name, Tab comes to one
    const names = new Set<string>();
    return seen
      .filter((one) => {
        if (!(one instanceof HTMLInputElement) || one.type !== 'radio') return true;
        const group = [...root.querySelectorAll<HTMLInputElement>(`input[name="${one.name}"]`)];
        if (group.some((other) => other.checked)) return one.checked;
        if (names.has(one.name)) return false;
        names.add(one.name);
        return true;
      })
      .map((one) => ({
        what: (one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 30),
        id: every.indexOf(one),
      }));
  });
}

/**
 * Words whose colour stands off less than `least` from what is painted behind them, by the pixels: style sheets cannot say
 * what a picture behind a pane of glass comes to. The worst twentieth of each area is left out: it is an edge.
 */
export async function faint(page: Page, least: number): Promise<string[]> {
  // a sheet made by hand, for the page's own rules let in no other
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    // shadows of letters stay: they are what the letters stand on
    sheet.replaceSync(`*, *::before, *::after { -webkit-text-fill-color: transparent !important; caret-color: transparent !important;
      border-color: transparent !important; transition: none !important; }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
  const picture = (await page.screenshot()).toString('base64');
  await page.evaluate(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1);
  });
  return page.evaluate(
    async ({ shot, enough }) => {
      const bytes = Uint8Array.from(atob(shot), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d', { willReadFrequently: true })!;
      context.drawImage(image, 0, 0);
      const scale = image.width / innerWidth;
      const linear = (byte: number): number =>
        byte / 255 <= 0.04045 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4;
      const light = (r: number, g: number, b: number): number =>
        0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
      const probe = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
      const bytesOf = (colour: string): Uint8ClampedArray => {
        probe.clearRect(0, 0, 1, 1);
        probe.fillStyle = colour;
        probe.fillRect(0, 0, 1, 1);
        return probe.getImageData(0, 0, 1, 1).data;
      };
      const root = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
      const found: string[] = [];
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const own = node.parentElement;
        if (own === null || (node.textContent ?? '').trim() === '') continue;
        if (own.closest('.unseen, .labels, option, svg, :disabled, [aria-disabled="true"]') !== null) continue;
        const style = getComputedStyle(own);
        if (style.visibility !== 'visible') continue;
        let alpha = 1;
        for (let over: Element | null = own; over !== null; over = over.parentElement)
          alpha *= Number(getComputedStyle(over).opacity);
        const colour = bytesOf(style.color);
        alpha *= colour[3] / 255;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const box of range.getClientRects()) {
          const x = Math.max(0, Math.floor(box.left * scale));
          const y = Math.max(0, Math.floor(box.top * scale));
          const wide = Math.min(image.width, Math.ceil(box.right * scale)) - x;
          const high = Math.min(image.height, Math.ceil(box.bottom * scale)) - y;
          if (wide < 2 || high < 2) continue;
          // what stands on top there: words that are scrolled away are not seen
          const top = document.elementFromPoint((x + wide / 2) / scale, (y + high / 2) / scale);
          if (own.closest('.people, .caption') === null && top !== null && !own.contains(top) && !top.contains(own))
            continue;
          let clips: Element | null = own;
          while (clips !== null && getComputedStyle(clips).overflowY === 'visible') clips = clips.parentElement;
          const edge = clips?.getBoundingClientRect();
          if (edge !== undefined && clips !== document.body && (box.bottom > edge.bottom + 1 || box.top < edge.top - 1))
            continue;
          const { data } = context.getImageData(x, y, wide, high);
          const contrasts: number[] = [];
          for (let at = 0; at < data.length; at += 4) {
            const behind = [data[at], data[at + 1], data[at + 2]] as const;
            const [r, g, b] = behind.map((one, k) => colour[k] * alpha + one * (1 - alpha));
            const [one, other] = [light(r, g, b), light(...behind)];
            contrasts.push((Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05));
          }
          contrasts.sort((one, other) => one - other);
          const worst = contrasts[Math.floor(contrasts.length * 0.05)];
          if (worst < enough)
            found.push(
              `${own.parentElement?.className ?? ''} > ${own.tagName.toLowerCase()}.${own.className} “${(node.textContent ?? '').trim().slice(0, 24)}” ${worst.toFixed(1)} : 1`,
            );
        }
      }
      return [...new Set(found)];
    },
    { shot: picture, enough: least },
  );
}
