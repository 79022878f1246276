import { spawnSync } from 'node:child_process';

const APT = 'apt-get install -y --no-install-recommends fonts-noto-cjk';
/** The shell without a window is smaller and quicker; an older Debian has the whole browser only. */
const INSTALL = `apt-get update && (${APT} chromium-headless-shell || ${APT} chromium)`;

/** Makes Chromium and Chinese fonts present for the browser tests; as root by itself, else it says what to install. */
export function ensureBrowser(): boolean {
  if (hasBrowser()) return true;
  if (process.getuid?.() !== 0) {
    console.error(`The browser tests need Chromium and Chinese fonts. As root: ${INSTALL}`);
    return false;
  }
  console.error('Installing Chromium and Chinese fonts for the browser tests …');
  spawnSync('sh', ['-c', INSTALL], {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (hasBrowser()) return true;
  console.error(`Chromium or the Chinese fonts could not be installed; try by hand: ${INSTALL}`);
  return false;
}

function hasBrowser(): boolean {
  const hasChromium = spawnSync('sh', ['-c', 'command -v chromium-headless-shell || command -v chromium']).status === 0;
  const fonts = spawnSync('sh', ['-c', 'fc-list :lang=zh | head -1'], { encoding: 'utf8' });
  return hasChromium && fonts.stdout.trim() !== '';
}
