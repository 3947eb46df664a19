// @vitest-environment node
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Package = { version: string; license?: string; dev?: boolean };

const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'EPL-2.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'Unicode-3.0',
]);

// @vaadin/common-frontend names its build tool nx as a dependency. Nothing imports it, so none of this is shipped.
const OF_BUILD_TOOLS = new Set(['argparse Python-2.0', 'caniuse-lite CC-BY-4.0', 'minimatch BlueOak-1.0.0']);

/** Whether one alternative of an SPDX expression is allowed; nested expressions are not. */
function isAllowed(licence: string): boolean {
  return licence
    .replace(/^\((.*)\)$/, '$1')
    .split(' OR ')
    .some((alternative) => alternative.split(' AND ').every((part) => ALLOWED.has(part)));
}

function forbidden(packages: Record<string, Package>): string[] {
  return Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && !dev)
    .map(([path, { license }]) => `${path.replace(/^.*node_modules\//, '')} ${license ?? 'without a licence'}`)
    .filter((name) => !OF_BUILD_TOOLS.has(name) && !isAllowed(name.slice(name.indexOf(' ') + 1)));
}

test('every package that may be shipped has a licence we may ship', () => {
  const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
  expect(Object.keys(lock.packages).length).toBeGreaterThan(100);
  expect(forbidden(lock.packages)).toEqual([]);
});

test('a package with another licence or with none is named', () => {
  const packages = {
    '': { version: '1' },
    'node_modules/a': { version: '1', license: 'GPL-3.0-only' },
    'node_modules/@s/b': { version: '1' },
    'node_modules/c': { version: '1', license: '(GPL-3.0-only OR MIT)' },
    'node_modules/d': { version: '1', license: '(MIT AND GPL-3.0-only)' },
    'node_modules/e': { version: '1', license: 'GPL-3.0-only', dev: true },
    'node_modules/f/node_modules/minimatch': { version: '1', license: 'GPL-3.0-only' },
  };
  expect(forbidden(packages)).toEqual([
    'a GPL-3.0-only',
    '@s/b without a licence',
    'd (MIT AND GPL-3.0-only)',
    'minimatch GPL-3.0-only',
  ]);
});
