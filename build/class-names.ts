/** Short names for the classes of CSS modules: their own name, and two characters that tell the file. */
import { createHash } from 'node:crypto';
import { relative } from 'node:path';

const root = process.cwd();
const owners = new Map<string, string>();

/**
 * A name for class `name` of the module `file`, the same on every machine. The two characters repeat throughout a file,
 * and so cost little once compressed. Throws where two classes would have one name.
 */
export const className = (name: string, file: string): string => {
  const path = relative(root, file.replace(/\?.*$/u, '')).replaceAll('\\', '/');
  const mark = createHash('sha256')
    .update(path)
    .digest('base64url')
    .replaceAll(/[-_]/gu, '')
    .slice(0, 2);
  const short = `${name}_${mark}`;
  const owner = owners.get(short) ?? path;
  if (owner !== path) throw new Error(`class names: ${owner} and ${path} both make ${short}`);
  owners.set(short, owner);
  return short;
};
