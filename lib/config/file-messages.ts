import type { LocalizedText } from '../../constructs';
import { didYouMean } from './did-you-mean';
import { quote } from './quote';

const MEBIBYTE = 1024 * 1024;

const REASONS: Record<string, LocalizedText> = {
  EACCES: { en: 'permission denied', ko: '권한이 없습니다' },
  EPERM: { en: 'permission denied', ko: '권한이 없습니다' },
  ENOENT: { en: 'it does not exist', ko: '존재하지 않습니다' },
  EEXIST: { en: 'it is not a folder', ko: '폴더가 아닙니다' },
  EROFS: { en: 'the file system is read-only', ko: '읽기 전용 파일 시스템입니다' },
  ENOTDIR: { en: 'it is not a folder', ko: '폴더가 아닙니다' },
  EISDIR: { en: 'it is a folder, not a file', ko: '파일이 아니라 폴더입니다' },
  ELOOP: { en: 'its symbolic links lead in a circle', ko: '심볼릭 링크가 순환합니다' },
};

/** What a file system error means to the user; the code itself when it is a rare one. */
export function systemErrorReason(code: string): LocalizedText {
  return REASONS[code] ?? { en: code, ko: code };
}

/** The config folder cannot be listed. */
export function folderUnreadable(directory: string, code: string): LocalizedText {
  const why = systemErrorReason(code);
  return {
    en: `cannot read the config folder ${quote(directory)}: ${why.en} — give a folder that holds organization.yaml`,
    ko: `설정 폴더 ${quote(directory)}을(를) 읽을 수 없습니다: ${why.ko} — organization.yaml이 있는 폴더를 지정하세요`,
  };
}

/** A required file is not there. */
export function fileMissing(name: string): LocalizedText {
  return {
    en: `required file ${quote(name)} is missing: create it, or give another config folder`,
    ko: `필수 파일 ${quote(name)}이(가) 없습니다: 파일을 만들거나 다른 설정 폴더를 지정하세요`,
  };
}

/** A file cannot be read. */
export function fileUnreadable(code: string): LocalizedText {
  const why = systemErrorReason(code);
  return { en: `cannot read the file: ${why.en}`, ko: `파일을 읽을 수 없습니다: ${why.ko}` };
}

/** Not a file at all: a device, a pipe or a socket. */
export const NOT_REGULAR: LocalizedText = {
  en: 'cannot read the file: it is a device, a pipe or a socket',
  ko: '파일을 읽을 수 없습니다: 장치, 파이프 또는 소켓입니다',
};

/** A file is larger than any config. */
export function fileTooLarge(size: number, limit: number): LocalizedText {
  const found = (size / MEBIBYTE).toFixed(1);
  const allowed = limit / MEBIBYTE;
  return {
    en: `the file has ${found} MiB, the limit is ${allowed} MiB: move what is not configuration elsewhere`,
    ko: `파일 크기가 ${found} MiB로 한도 ${allowed} MiB를 넘습니다: 설정이 아닌 내용은 다른 곳으로 옮기세요`,
  };
}

/** A file of the config folder that nothing reads. */
export function unknownFile(name: string, known: readonly string[]): LocalizedText {
  const meant = didYouMean(name, known);
  if (meant !== undefined) {
    return { en: `unknown file — did you mean ${quote(meant)}?`, ko: `알 수 없는 파일 — 혹시 ${quote(meant)}인가요?` };
  }
  const list = known.map(quote).join(', ');
  return {
    en: `unknown file: nothing reads it, so move it out of the config folder or rename it to one of ${list}`,
    ko: `알 수 없는 파일: 아무것도 이 파일을 읽지 않으므로 설정 폴더 밖으로 옮기거나 다음 이름 중 하나로 바꾸세요: ${list}`,
  };
}

/** Bytes that are no UTF-8. */
export const NOT_UTF8: LocalizedText = {
  en: 'not UTF-8 from here on: save the file as UTF-8',
  ko: '여기부터 UTF-8이 아닙니다: 파일을 UTF-8로 저장하세요',
};

/** A character that is not printable. */
export function controlCharacter(codePoint: number): LocalizedText {
  const name = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
  return {
    en: `control character ${name}: remove it, or write it as an escape in double quotes`,
    ko: `제어 문자 ${name}: 지우거나 큰따옴표 안에 이스케이프로 쓰세요`,
  };
}
