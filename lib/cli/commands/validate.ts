import { renderProblem } from '../../config';
import { isCalendarDay } from '../../config/schema/day';
import { loadConfig } from '../../load-config';
import { checkNetwork, organizationNetwork } from '../../network/organization-network';
import { UserError } from '../../user-error';
import { type Command, type CommandCall, EXIT, printJson } from '../command';

/** `org-governance validate` */
export const validate: Command = {
  name: 'validate',
  summary: {
    en: 'check the config folder: every error with file, line and remedy; no AWS, no credentials',
    ko: '설정 폴더를 검사합니다. 모든 오류를 파일, 줄, 해결 방법과 함께 보여 줍니다. AWS 호출과 자격 증명이 필요 없습니다',
  },
  options: {
    today: {
      type: 'string',
      value: 'YYYY-MM-DD',
      help: {
        en: 'day to judge access exceptions and the access review by (default: the reviewDate of the config)',
        ko: '접근 예외와 접근 권한 검토를 판단할 날짜(기본값: 설정의 reviewDate)',
      },
    },
  },
  run({ io, config, json, language, options }) {
    const organization = loadConfig(config, { today: dayOf(options.today) });
    const { model, policies, proofs } = organization;
    const network = organizationNetwork(organization);
    const warnings = [...organization.warnings, ...(network ? checkNetwork(organization, network) : [])];
    const intents = model.network?.intents.length ?? 0;
    if (json) {
      printJson(io, {
        ok: true,
        accounts: model.accounts.length,
        policies: policies.length,
        proofs: proofs.length,
        intents,
        problems: warnings.map((problem) => ({ ...problem, message: problem.message[language] })),
      });
      return EXIT.ok;
    }
    for (const warning of warnings) io.err(`${renderProblem(warning, { lang: language, directory: config })}\n`);
    io.out(
      {
        en: `${config}: valid. ${model.accounts.length} accounts, ${model.organizationalUnits.length} OUs, ${policies.length} policies, ${proofs.length} proofs and ${intents} intents hold.\n`,
        ko: `${config}: 이상 없음. 계정 ${model.accounts.length}개, OU ${model.organizationalUnits.length}개, 정책 ${policies.length}개, 증명 ${proofs.length}건과 네트워크 의도 ${intents}건 성립.\n`,
      }[language],
    );
    return EXIT.ok;
  },
};

function dayOf(today: CommandCall['options'][string]): string | undefined {
  if (today === undefined || (typeof today === 'string' && isCalendarDay(today))) return today;
  throw new UserError({
    en: `--today must be a day, YYYY-MM-DD, got ${JSON.stringify(today)}`,
    ko: `--today는 YYYY-MM-DD 형식의 날짜여야 합니다: ${JSON.stringify(today)}`,
  });
}
