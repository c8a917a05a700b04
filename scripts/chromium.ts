/** Finds a Chromium for tests and pictures: the machine's own first, then Playwright's; run as a script, it installs one where it can. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'msedge',
  'microsoft-edge',
] as const;

/** Where systems put a browser that is on nobody's PATH. */
const WELL_KNOWN = [
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
  String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
] as const;

/** Work headless in a container, and keep the browser from calling home. */
export const launchArguments: string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const onPath = (name: string): string[] =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((directory) => directory !== '')
    .map((directory) => join(directory, process.platform === 'win32' ? `${name}.exe` : name));

const candidates = (): string[] => [
  ...NAMES.flatMap(onPath),
  ...WELL_KNOWN,
  chromium.executablePath(),
];

/** The browser's path, or undefined where the machine has none. $CHROMIUM, where set, is the only candidate. */
export const lookForChromium = (): string | undefined => {
  const named = process.env['CHROMIUM'];
  if (named !== undefined && named !== '') return isExecutable(named) ? named : undefined;
  return candidates().find((path) => path !== '' && isExecutable(path));
};

/** The browser's path; throws one clear line where the machine has none. */
export const findChromium = (): string => {
  const path = lookForChromium();
  if (path !== undefined) return path;
  const named = process.env['CHROMIUM'];
  throw new Error(
    named === undefined || named === ''
      ? 'no Chromium found: install Chromium, Chrome or Edge, or set CHROMIUM to its path'
      : `no Chromium found: CHROMIUM is set to ${named}, which is no program`,
  );
};

const run = (command: string, args: readonly string[]): boolean =>
  spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    shell: process.platform === 'win32',
  }).status === 0;

const mayInstallDebian = (): boolean =>
  existsSync('/etc/debian_version') && process.getuid?.() === 0;

const hasDebianPackage = (name: string): boolean =>
  // A removed package is still known to dpkg; only its state says whether it is here.
  spawnSync('dpkg-query', ['-W', '-f=${db:Status-Status}', name], { encoding: 'utf8' }).stdout ===
  'installed';

/** Finds a browser, installing what is missing; on Debian also the Chinese font that pictures need. */
export const ensureChromium = (): string => {
  const chosen = (process.env['CHROMIUM'] ?? '') !== '';
  const lacksBrowser = !chosen && lookForChromium() === undefined;
  if (mayInstallDebian()) {
    const wanted = [
      ...(lacksBrowser ? ['chromium'] : []),
      ...(hasDebianPackage('fonts-noto-cjk') ? [] : ['fonts-noto-cjk']),
    ];
    if (wanted.length > 0) {
      run('apt-get', ['update', '-q']);
      run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...wanted]);
    }
  }
  if (!chosen && lookForChromium() === undefined) run('npx', ['playwright', 'install', 'chromium']);
  return findChromium();
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    process.stdout.write(`${ensureChromium()}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
