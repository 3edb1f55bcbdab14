import type { OrganizationConfig } from '../config/schema/organization';
import type { ProblemList } from './model-problem';

/** Reports what an account says of its data when the parts contradict each other. */
export function checkDataClassification(
  { data }: OrganizationConfig['accounts'][number],
  index: number,
  list: ProblemList,
): void {
  if (!data) return;
  const at = ['accounts', index, 'data'];
  if (!data.personalData) {
    for (const key of ['dataSubjects', 'uniqueIdentifiers', 'sensitive'] as const) {
      if (!data[key]) continue;
      list.error([...at, key], {
        en: `${key} is given but personalData is false; set personalData: true`,
        ko: `personalData가 false인데 ${key}이(가) 있습니다: personalData: true로 적으세요`,
      });
    }
    return;
  }
  if (data.dataSubjects === undefined) {
    list.error(at, {
      en: 'personalData is true: give dataSubjects, since the log retention period depends on their number (50,000 and more: 2 years)',
      ko: 'personalData가 true입니다: dataSubjects를 적으세요. 정보주체 수에 따라 접속기록 보관 기간이 정해집니다(5만 명 이상 2년)',
    });
  }
  if (data.classification === 'public') {
    list.error([...at, 'classification'], {
      en: 'personal data is never "public"; use confidential or restricted',
      ko: '개인정보는 "public"일 수 없습니다: confidential 또는 restricted를 쓰세요',
    });
  }
}
