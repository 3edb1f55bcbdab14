import { compareAssemblies } from '../../guard/compare-assemblies';
import { readAssembly } from '../../guard/read-assembly';
import { guardMarkdown, guardTable } from '../../guard/render-guard';
import { UserError } from '../../user-error';
import { type Command, type CommandCall, EXIT, printJson } from '../command';

/** `org-governance guard BASE HEAD` */
export const guard: Command = {
  name: 'guard',
  usage: 'BASE HEAD',
  summary: {
    en: 'tell what deploying one cloud assembly over another would replace or delete; fails for what must not be lost',
    ko: '클라우드 어셈블리를 배포하면 무엇이 교체되거나 삭제되는지 알려 줍니다. 잃으면 안 되는 것이 있으면 실패합니다',
  },
  options: {
    allow: {
      type: 'string',
      value: 'STACK/ID',
      multiple: true,
      help: {
        en: 'resource that is meant to go: stack name and logical id; may be repeated',
        ko: '사라져도 되는 리소스: 스택 이름과 논리적 ID. 여러 번 쓸 수 있습니다',
      },
    },
    all: {
      type: 'boolean',
      help: { en: 'fail for types that are not protected, too', ko: '보호 유형이 아니어도 실패로 처리' },
    },
    format: {
      type: 'string',
      value: 'md',
      help: { en: 'Markdown instead of a table', ko: '표 대신 Markdown으로 출력' },
    },
  },
  run(call) {
    const { io, json, language, lists, options, positionals } = call;
    const format = formatOf(call);
    const [base, head, ...rest] = positionals;
    if (base === undefined || head === undefined || rest.length > 0) {
      throw new UserError({
        en: 'give two cloud assemblies, the deployed one first, e.g. guard ../base/cdk.out cdk.out',
        ko: '클라우드 어셈블리 두 개를 주세요. 배포된 것이 먼저입니다. 예: guard ../base/cdk.out cdk.out',
      });
    }
    const report = compareAssemblies(readAssembly(base), readAssembly(head), {
      allow: lists.allow ?? [],
      all: options.all === true,
    });
    if (json) printJson(io, report);
    else io.out(format === 'md' ? guardMarkdown(report, language) : guardTable(report, language));
    return report.ok ? EXIT.ok : EXIT.invalid;
  },
};

function formatOf({ options: { format }, json }: CommandCall): 'md' | 'table' {
  if (format === undefined) return 'table';
  if (format === 'md' && !json) return 'md';
  throw new UserError({
    en: `--format must be md, and cannot be combined with --json; got ${JSON.stringify(format)}`,
    ko: `--format은 md여야 하며 --json과 함께 쓸 수 없습니다: ${JSON.stringify(format)}`,
  });
}
