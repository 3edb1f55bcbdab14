import { accessSync, constants, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemErrorReason } from './config';
import { UserError } from './user-error';

/** What a synth writes and the next one writes again. */
const ASSEMBLY_ENTRY =
  /^(cdk\.out|(manifest|tree|validation-report|kisms-coverage|performance-counters)\.json|error\.txt|(asset\.|assembly-).+|.+\.(template|assets|metadata)\.json)$/;

/** What an app that failed leaves when it got no further: our reports, and the error that the CDK CLI writes. */
const LEFT_BY_FAILURE: readonly string[] = ['reports', 'error.txt'];

/** File that marks a cloud assembly; a folder of this name is the default output, and no mark. */
const MARK = 'cdk.out';

/**
 * Makes the folder of a cloud assembly, and removes an earlier one, so that no template of a stack that is gone stays
 * behind. What a synth did not write is never removed.
 *
 * @throws UserError when the folder holds other things and no assembly, or cannot be written
 */
export function clearAssembly(outdir: string): void {
  try {
    mkdirSync(outdir, { recursive: true });
    accessSync(outdir, constants.W_OK);
    const entries = readdirSync(outdir);
    const marked = isFile(join(outdir, MARK));
    if (!marked && entries.some((entry) => !LEFT_BY_FAILURE.includes(entry))) {
      throw new UserError({
        en: `${outdir} is not a cloud assembly and not empty; name another folder with --out`,
        ko: `${outdir}은(는) 클라우드 어셈블리가 아니며 비어 있지도 않습니다. --out으로 다른 폴더를 지정하세요`,
      });
    }
    // The reports have fixed names and are written over: somebody may keep a file beside them.
    for (const entry of entries)
      if (ASSEMBLY_ENTRY.test(entry)) rmSync(join(outdir, entry), { recursive: true, force: true });
  } catch (error) {
    const code = error instanceof UserError ? undefined : (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    const { en, ko } = systemErrorReason(code);
    throw new UserError({
      en: `cannot write to ${JSON.stringify(outdir)}: ${en}; name another folder with --out`,
      ko: `${JSON.stringify(outdir)}에 쓸 수 없습니다: ${ko}. --out으로 다른 폴더를 지정하세요`,
    });
  }
}

/** Marks a folder before the CDK does, at the end: what an interrupted synth leaves is an assembly as well. */
export function markAssembly(outdir: string): void {
  writeFileSync(join(outdir, MARK), '{}');
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
