import { loadConfig } from '../../load-config';
import { type Command, EXIT, printJson } from '../command';

/** `org-governance model` */
export const model: Command = {
  name: 'model',
  summary: {
    en: 'print the resolved organization as JSON: accounts, OUs, attachments, controls',
    ko: '해석된 조직을 JSON으로 출력합니다: 계정, OU, 정책 연결, 통제',
  },
  run({ io, config }) {
    printJson(io, loadConfig(config).model);
    return EXIT.ok;
  },
};
