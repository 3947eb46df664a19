import { svg, html, type SVGTemplateResult, type TemplateResult } from 'lit';

/** The drawings of all icons, on a 16 by 16 field, in the text's colour; `.i` in the theme gives size and stroke. */
export const ICONS = {
  approved: svg`<circle cx="8" cy="8" r="6.2" fill="currentColor" stroke="none"/><path d="m5 8.2 2.1 2.1L11.1 6" class="knock"/>`,
  back: svg`<path d="M13 8H3M6.5 4.5 3 8l3.5 3.5"/>`,
  book: svg`<path d="M8 3.8C6.6 2.9 4.7 2.5 2.2 2.6v10c2.5-.1 4.4.3 5.8 1.2 1.4-.9 3.3-1.3 5.8-1.2v-10c-2.5-.1-4.4.3-5.8 1.2Z"/><path d="M8 3.8v10"/>`,
  chevron: svg`<path d="m4.5 6.25 3.5 3.5 3.5-3.5"/>`,
  cloud: svg`<path d="M4.5 12.5h6.75a2.75 2.75 0 0 0 .4-5.47A4 4 0 0 0 4 6.6a3 3 0 0 0 .5 5.9Z"/><path d="m6 9.2 1.5 1.5L10.2 8"/>`,
  comment: svg`<path d="M2.5 3.5h11v7.5H8L5 13.5V11H2.5V3.5Z"/>`,
  conflict: svg`<path d="M8 2.2 14.5 13.3h-13L8 2.2Z"/><path d="M8 6.5v3M8 11.4v.1"/>`,
  draft: svg`<path d="m3 13 .6-2.9 7-7a1.45 1.45 0 0 1 2.1 0l.2.2a1.45 1.45 0 0 1 0 2.1l-7 7L3 13Z"/><path d="m9.6 4.2 2.2 2.2"/>`,
  file: svg`<path d="M4 1.8h5.2L12.5 5v9.2H4V1.8Z"/><path d="M9 2v3.2h3.3"/>`,
  filter: svg`<path d="M2.5 4h11M4.5 8h7M6.5 12h3"/>`,
  flag: svg`<path d="M3.5 14V2.5M3.5 3.2h8.7l-1.9 2.9 1.9 2.9H3.5"/>`,
  issue: svg`<circle cx="8" cy="8" r="5.75"/><path d="M8 5v3.5M8 10.8v.1"/>`,
  join: svg`<path d="M2 8h12M8 1.5v4M8 14.5v-4"/><path d="m5.8 3.7 2.2 2 2.2-2M5.8 12.3l2.2-2 2.2 2"/>`,
  keyboard: svg`<rect x="1.5" y="4" width="13" height="8.5" rx="1.4"/><path d="M4 6.7h.1M6.6 6.7h.1M9.2 6.7h.1M11.8 6.7h.1M5 10h6"/>`,
  link: svg`<path d="M6.7 9.3a2.6 2.6 0 0 0 3.7 0l2.2-2.2a2.6 2.6 0 0 0-3.7-3.7l-.9.9"/><path d="M9.3 6.7a2.6 2.6 0 0 0-3.7 0L3.4 8.9a2.6 2.6 0 0 0 3.7 3.7l.9-.9"/>`,
  lock: svg`<rect x="3.5" y="7" width="9" height="6.5" rx="1.2"/><path d="M5.5 7V5a2.5 2.5 0 0 1 5 0v2"/>`,
  mark: svg`<path d="M8 2v12" stroke-width="1"/><path d="M1.5 4H6M1.5 7H5M1.5 10H6M1.5 13H4M14.5 4H10M14.5 7H11M14.5 10H10M14.5 13H12"/>`,
  more: svg`<circle cx="3.5" cy="8" r=".8" fill="currentColor"/><circle cx="8" cy="8" r=".8" fill="currentColor"/><circle cx="12.5" cy="8" r=".8" fill="currentColor"/>`,
  next: svg`<path d="m6.25 4.5 3.5 3.5-3.5 3.5"/>`,
  offline: svg`<path d="m2.5 2.5 11 11M4.5 12.5h6.75c.5 0 .95-.12 1.35-.34M13.9 9.9a2.75 2.75 0 0 0-2.25-2.87A4 4 0 0 0 6.2 4.2M4.3 6.6a3 3 0 0 0 .2 5.9"/>`,
  pilcrow: svg`<path d="M7 13.5v-11h5M10 2.5v11M7 8.5H6a3 3 0 0 1 0-6h1"/>`,
  print: svg`<path d="M4.5 6V2.5h7V6M4.5 11h-2V6.2h11V11h-2"/><path d="M4.5 9.2h7v4.3h-7z"/>`,
  reply: svg`<path d="M6 3.5 2.5 7 6 10.5"/><path d="M3 7h7a3.5 3.5 0 0 1 3.5 3.5v2"/>`,
  returned: svg`<path d="M6 3.5 2.5 7 6 10.5"/><path d="M3 7h6.5a3.5 3.5 0 0 1 0 7H7"/>`,
  reviewed: svg`<path d="m1.2 8.6 3 3L10 5.6M7.4 11.2l.6.5 6.6-6.4"/>`,
  search: svg`<circle cx="7" cy="7" r="4.25"/><path d="m10.2 10.2 3.3 3.3"/>`,
  split: svg`<path d="M8 2.5v3M8 10.5v3M2 8h12"/><path d="m5.8 4.2 2.2-2 2.2 2M5.8 11.8l2.2 2 2.2-2"/>`,
  translated: svg`<path d="m3 8.5 3.3 3.3L13 5"/>`,
  untranslated: svg`<circle cx="8" cy="8" r="5.25" stroke-dasharray="2.2 1.93"/>`,
  upload: svg`<path d="M8 10.5V2.8M4.8 5.8 8 2.6l3.2 3.2M2.8 10.5v2.7h10.4v-2.7"/>`,
  zwnj: svg`<path d="M3.2 2.5v8M12.8 2.5v8M5.4 14 8 9.6l2.6 4.4"/>`,
} satisfies Record<string, SVGTemplateResult>;

export type IconName = keyof typeof ICONS;

/** An icon beside a word; where there is no word, its button or its title carries the name. `turn` mirrors it with the page. */
export function icon(name: IconName, more = ''): TemplateResult {
  return html`<svg class=${`i ${more}`.trim()} viewBox="0 0 16 16" aria-hidden="true">${ICONS[name]}</svg>`;
}
