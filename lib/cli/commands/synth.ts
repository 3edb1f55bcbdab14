import { renderProblem } from '../../config';
import { loadConfig } from '../../load-config';
import { renderSummary } from '../../reports/render-summary';
import type * as Synthesizer from '../../synthesize';
import { UserError } from '../../user-error';
import { type Command, EXIT, printJson } from '../command';

/** `org-governance synth` */
export const synth: Command = {
  name: 'synth',
  summary: {
    en: 'synthesize every stack, run every check, write the reports and print a summary; no AWS, no credentials',
    ko: '모든 스택을 합성하고 검사와 보고서 작성까지 마친 뒤 요약을 보여 줍니다. AWS 호출과 자격 증명이 필요 없습니다',
  },
  options: {
    out: {
      type: 'string',
      value: 'DIR',
      help: { en: 'cloud assembly folder (default: cdk.out)', ko: '클라우드 어셈블리 폴더(기본값: cdk.out)' },
    },
    'skip-template-validation': {
      type: 'boolean',
      help: {
        en: "skip CloudFormation's own schema rules (saves about 10 s)",
        ko: 'CloudFormation 스키마 검사를 건너뜁니다(약 10초 절약)',
      },
    },
  },
  run({ io, config, json, language, options }) {
    const { synthesize } = loadSynthesizer();
    const organization = loadConfig(config);
    if (!json) {
      for (const warning of organization.warnings)
        io.err(`${renderProblem(warning, { lang: language, directory: config })}\n`);
      io.err(
        {
          en: `Synthesizing ${organization.model.accounts.length} accounts …\n`,
          ko: `계정 ${organization.model.accounts.length}개를 합성하는 중 …\n`,
        }[language],
      );
    }
    const out = typeof options.out === 'string' ? options.out : 'cdk.out';
    const result = synthesize(organization, {
      outdir: out,
      ...(options['skip-template-validation'] === true && { templateValidation: false }),
    });
    const open = result.findings.filter((finding) => finding.acknowledged === undefined);
    const ok = result.failure === undefined && open.length === 0;
    if (json) {
      const { warnings, ...rest } = result;
      const problems = [...organization.warnings, ...warnings].map((warning) => ({
        ...warning,
        message: warning.message[language],
      }));
      printJson(io, { ok, problems, ...rest });
      return ok ? EXIT.ok : EXIT.invalid;
    }
    for (const warning of result.warnings) io.err(`${renderProblem(warning, { lang: language, directory: config })}\n`);
    for (const finding of open) {
      io.err(
        `${finding.pack} ${finding.rule}: ${finding.description}\n${finding.constructPaths.map((path) => `  ${path}\n`).join('')}`,
      );
    }
    if (result.failure !== undefined && open.length === 0) io.err(`${result.failure}\n`);
    io.out(renderSummary(result.summary, { assembly: result.assembly, reports: result.reports }, language));
    return ok ? EXIT.ok : EXIT.invalid;
  },
};

/** Loaded by this command alone: the rule packs take a third of a second, and cdk-nag is an optional peer of the package. */
function loadSynthesizer(): typeof Synthesizer {
  try {
    return require('../../synthesize') as typeof Synthesizer;
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes("'cdk-nag'")) throw error;
    throw new UserError({
      en: 'cdk-nag is not installed; add it with: npm install --save-dev cdk-nag',
      ko: 'cdk-nag가 설치되어 있지 않습니다. npm install --save-dev cdk-nag로 설치하세요',
    });
  }
}
