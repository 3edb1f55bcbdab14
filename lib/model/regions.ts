import type { OrganizationConfig } from '../config/schema/organization';
import { type ProblemList, quote } from './model-problem';

/** Name of each Region that AWS has, and its partition. */
export type KnownRegions = ReadonlyMap<string, string>;

/** Partition of the organization, which its home Region tells. */
export function partitionOf(config: OrganizationConfig, known: KnownRegions): string {
  return known.get(config.homeRegion) ?? 'aws';
}

/** Reports Regions that do not exist or lie in another partition, and a home Region that the guardrails would lock. */
export function checkRegions(config: OrganizationConfig, known: KnownRegions, list: ProblemList): void {
  const { homeRegion, governedRegions } = config;
  const home = partitionOf(config, known);
  const check = (path: (string | number)[], word: string): void => {
    const partition = known.get(word);
    if (partition === home) return;
    if (partition === undefined) {
      list.error(
        path,
        { en: `AWS has no Region ${quote(word)}`, ko: `AWS에 ${quote(word)} 리전이 없습니다` },
        { word, candidates: [...known.keys()] },
      );
      return;
    }
    list.error(path, {
      en: `${quote(word)} is in the partition ${quote(partition)} and the home Region in ${quote(home)}: an organization never spans partitions, so remove it`,
      ko: `${quote(word)}은(는) ${quote(partition)} 파티션이고 홈 리전은 ${quote(home)} 파티션입니다: 조직은 한 파티션에만 있으므로 지우세요`,
    });
  };
  check(['homeRegion'], homeRegion);
  for (const [index, region] of governedRegions.entries()) {
    // A misspelt home Region is usually misspelt here as well, and one report is enough.
    if (region !== homeRegion) check(['governedRegions', index], region);
  }
  list.checkUnique(
    governedRegions,
    (region) => region,
    (i) => ['governedRegions', i],
    { en: 'Region', ko: '리전' },
  );
  // A Region that does not exist may be the home Region, misspelt.
  if ([homeRegion, ...governedRegions].every((region) => known.has(region)) && !governedRegions.includes(homeRegion)) {
    list.error(['governedRegions'], {
      en: `must contain the home Region ${quote(homeRegion)}, which everything is governed from`,
      ko: `홈 리전 ${quote(homeRegion)}이(가) 있어야 합니다: 모든 거버넌스가 홈 리전에서 이루어집니다`,
    });
  }
}
