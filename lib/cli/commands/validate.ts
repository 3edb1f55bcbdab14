import { renderProblem } from '../../config';
import { loadConfig } from '../../load-config';
import { type Command, EXIT, printJson } from '../command';

/** `org-governance validate` */
export const validate: Command = {
  name: 'validate',
  summary: {
    en: 'check the config folder: every error with file, line and remedy; no AWS, no credentials',
    ko: '설정 폴더를 검사합니다. 모든 오류를 파일, 줄, 해결 방법과 함께 보여 줍니다. AWS 호출과 자격 증명이 필요 없습니다',
  },
  run({ io, config, json, language }) {
    const { model, policies, proofs, warnings } = loadConfig(config);
    if (json) {
      printJson(io, {
        ok: true,
        accounts: model.accounts.length,
        policies: policies.length,
        proofs: proofs.length,
        problems: warnings.map((problem) => ({ ...problem, message: problem.message[language] })),
      });
      return EXIT.ok;
    }
    for (const warning of warnings) io.err(`${renderProblem(warning, { lang: language, directory: config })}\n`);
    io.out(
      {
        en: `${config}: valid. ${model.accounts.length} accounts, ${model.organizationalUnits.length} OUs, ${policies.length} policies, ${proofs.length} proofs hold.\n`,
        ko: `${config}: 이상 없음. 계정 ${model.accounts.length}개, OU ${model.organizationalUnits.length}개, 정책 ${policies.length}개, 증명 ${proofs.length}건 성립.\n`,
      }[language],
    );
    return EXIT.ok;
  },
};
