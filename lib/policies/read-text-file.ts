import { readFileSync, realpathSync, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import type { LocalizedText } from '../../constructs';

/** Largest file, in bytes: far more than any policy or rule group, indentation included. */
const MAX_FILE_SIZE = 1024 * 1024;

const OUTSIDE: LocalizedText = {
  en: 'lies outside the config folder, by itself or by a symbolic link; move the file into it',
  ko: '설정 폴더 밖의 파일이거나 밖을 가리키는 심볼릭 링크입니다: 파일을 폴더 안으로 옮기세요',
};

/** Reads a text file that the config names, or tells why it cannot be read; never follows a path out of the config folder. */
export function readTextFile(directory: string, file: string): string | { readonly problem: LocalizedText } {
  const lexical = resolve(directory, file);
  if (!lexical.startsWith(resolve(directory) + sep)) return { problem: OUTSIDE };
  try {
    const path = realpathSync(lexical);
    if (!path.startsWith(realpathSync(directory) + sep)) return { problem: OUTSIDE };
    const stats = statSync(path);
    if (!stats.isFile()) return unreadable('it is not a file', '파일이 아닙니다');
    if (stats.size > MAX_FILE_SIZE)
      return unreadable(
        `it has ${stats.size} bytes, more than ${MAX_FILE_SIZE}`,
        `${stats.size}바이트로 한도 ${MAX_FILE_SIZE}바이트를 넘습니다`,
      );
    return readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    return code === 'ENOENT' ? unreadable('it does not exist', '존재하지 않습니다') : unreadable(code, code);
  }
}

function unreadable(en: string, ko: string): { readonly problem: LocalizedText } {
  return { problem: { en: `cannot read the file: ${en}`, ko: `파일을 읽을 수 없습니다: ${ko}` } };
}
