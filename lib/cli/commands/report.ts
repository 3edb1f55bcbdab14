import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as Files from '../../compliance/compliance-files';
import type { ComplianceReport } from '../../compliance/compliance-report';
import { complianceDiff, isSameCoverage } from '../../compliance/diff';
import { complianceDiffMarkdown } from '../../compliance/diff-markdown';
import type * as Maker from '../../compliance/make-report';
import { renderComplianceSummary } from '../../compliance/render-summary';
import { systemErrorReason } from '../../config';
import { type LoadedOrganization, loadConfig } from '../../load-config';
import { UserError } from '../../user-error';
import { type Command, type CommandCall, EXIT, printJson } from '../command';

const FORMATS: readonly Files.ComplianceFormat[] = ['html', 'csv', 'json', 'oscal'];

const EXPORTS = `
      aws configservice describe-aggregate-compliance-by-config-rules --configuration-aggregator-name NAME > DIR/rules.json
      aws configservice select-aggregate-resource-config --configuration-aggregator-name NAME --expression "SELECT accountId, awsRegion, configuration.targetResourceId, configuration.targetResourceType, configuration.configRuleList WHERE resourceType = 'AWS::Config::ResourceCompliance'" > DIR/resources.json
      aws configservice describe-conformance-pack-compliance --conformance-pack-name PACK --limit 1000 > DIR/ACCOUNT_ID/PACK.json
      aws configservice get-conformance-pack-compliance-details --conformance-pack-name PACK > DIR/ACCOUNT_ID/PACK-details.json`;

/** `org-governance report` */
export const report: Command = {
  name: 'report',
  summary: {
    en: 'write the K-ISMS report: how the organization serves each criterion, with exceptions; no AWS, no credentials',
    ko: 'ISMS-P 보고서를 작성합니다. 인증기준마다 어떤 통제가 적용되고 어떤 예외가 있는지 보여 줍니다. AWS 호출과 자격 증명이 필요 없습니다',
  },
  options: {
    format: {
      type: 'string',
      value: FORMATS.join('|'),
      help: { en: 'only this form (default: all of them)', ko: '이 형식만(기본값: 모든 형식)' },
    },
    out: {
      type: 'string',
      value: 'DIR',
      help: { en: 'folder of the files (default: cdk.out/reports)', ko: '파일을 쓸 폴더(기본값: cdk.out/reports)' },
    },
    live: {
      type: 'string',
      value: 'DIR',
      help: {
        en: `merge what AWS Config says, exported as JSON; further pages as further files:${EXPORTS}`,
        ko: `AWS Config에서 JSON으로 내보낸 결과를 합칩니다. 다음 페이지는 다른 파일로 저장하세요:${EXPORTS}`,
      },
    },
    diff: {
      type: 'string',
      value: 'DIR',
      help: {
        en: 'what differs from this other config folder, as Markdown; exit code 2 when anything does',
        ko: '다른 설정 폴더와 달라진 점을 Markdown으로 출력. 다르면 종료 코드 2',
      },
    },
  },
  run(call) {
    const { io, config, json, language, options } = call;
    const format = formatOf(call);
    if (typeof options.diff === 'string') return printDiff(call, options.diff);
    const maker = load(() => require('../../compliance/make-report') as typeof Maker);
    const organization = loadConfig(config);
    progress(call, organization);
    const live = typeof options.live === 'string' ? options.live : undefined;
    const { report: made, otherRules } = maker.makeReport(organization, live);
    if (otherRules.length > 0 && !json) {
      io.err(
        {
          en: `${otherRules.length} rules of the aggregate are in no pack of the config and were left out: ${otherRules.slice(0, 5).join(', ')}${otherRules.length > 5 ? ', …' : ''}\n`,
          ko: `설정의 팩에 없는 규칙 ${otherRules.length}개는 합치지 않았습니다: ${otherRules.slice(0, 5).join(', ')}${otherRules.length > 5 ? ', …' : ''}\n`,
        }[language],
      );
    }
    const { complianceFiles } = load(() => require('../../compliance/compliance-files') as typeof Files);
    const files = complianceFiles(made, format && [format]);
    const out = typeof options.out === 'string' ? options.out : join('cdk.out', 'reports');
    const paths = writeFiles(out, files);
    if (json) printJson(io, { ok: true, totals: made.totals, otherRules, files: paths });
    else io.out(`${renderComplianceSummary(made, language)}\n${paths.map((path) => `${path}\n`).join('')}`);
    return EXIT.ok;
  },
};

function printDiff(call: CommandCall, base: string): number {
  const { makeReport } = load(() => require('../../compliance/make-report') as typeof Maker);
  const [before, after] = [loadConfig(base), loadConfig(call.config)].map((organization) => {
    // A version that is not held to K-ISMS serves nothing.
    if (!organization.model.compliance) return undefined;
    progress(call, organization);
    return makeReport(organization).report;
  }) as [ComplianceReport | undefined, ComplianceReport | undefined];
  const diff = complianceDiff(before, after);
  if (call.json) printJson(call.io, { ok: true, ...diff });
  else call.io.out(complianceDiffMarkdown(diff, call.language));
  return isSameCoverage(diff) ? EXIT.ok : EXIT.differences;
}

function progress({ io, json, language }: CommandCall, { model, directory }: LoadedOrganization): void {
  if (!io.interactive || json) return;
  io.err(
    {
      en: `Synthesizing ${model.accounts.length} accounts of ${directory} …\n`,
      ko: `${directory}의 계정 ${model.accounts.length}개를 합성하는 중 …\n`,
    }[language],
  );
}

function formatOf({ options: { format, diff, out, live } }: CommandCall): Files.ComplianceFormat | undefined {
  if (diff !== undefined && [format, out, live].some((value) => value !== undefined)) {
    throw new UserError({
      en: '--diff prints Markdown and cannot be combined with --format, --out or --live',
      ko: '--diff는 Markdown으로 출력하므로 --format, --out, --live와 함께 쓸 수 없습니다',
    });
  }
  const known = FORMATS.find((word) => word === format);
  if (format === undefined || known !== undefined) return known;
  throw new UserError({
    en: `--format must be one of ${FORMATS.join(', ')}, got ${JSON.stringify(format)}`,
    ko: `--format은 ${FORMATS.join(', ')} 중 하나여야 합니다: ${JSON.stringify(format)}`,
  });
}

function writeFiles(folder: string, files: Readonly<Record<string, string>>): string[] {
  try {
    mkdirSync(folder, { recursive: true });
    return Object.entries(files).map(([name, text]) => {
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    });
  } catch (error) {
    const { en, ko } = systemErrorReason((error as NodeJS.ErrnoException).code ?? String(error));
    throw new UserError({
      en: `cannot write to ${JSON.stringify(folder)}: ${en}; name another folder with --out`,
      ko: `${JSON.stringify(folder)}에 쓸 수 없습니다: ${ko}. --out으로 다른 폴더를 지정하세요`,
    });
  }
}

/** Loaded by this command alone: the rule packs take a third of a second, and cdk-nag is an optional peer of the package. */
function load<Module>(module: () => Module): Module {
  try {
    return module();
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes("'cdk-nag'")) throw error;
    throw new UserError({
      en: 'cdk-nag is not installed; add it with: npm install --save-dev cdk-nag',
      ko: 'cdk-nag가 설치되어 있지 않습니다. npm install --save-dev cdk-nag로 설치하세요',
    });
  }
}
