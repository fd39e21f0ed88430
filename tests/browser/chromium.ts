import { existsSync } from 'node:fs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** A Chromium or Chrome of this machine: the one that CHROMIUM names, else where one usually is. */
export function findChromium(): string | null {
  const named = process.env['CHROMIUM'];
  return (named === undefined ? PLACES : [named]).find((path) => existsSync(path)) ?? null;
}
