import { createParameters, readParameterValue } from '../../../shared/domain/parameters/index.ts';
import type { ParameterOverride, Parameters } from '../../../shared/domain/parameters/index.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { listParameters, type ParameterVersion } from '../../store/tables/parameters.ts';

/** The values that this school or its county has set; what a newer or older program does not know is left out. */
export function parameterOverrides(h: ReadHandle): readonly (ParameterVersion & ParameterOverride)[] {
  return listParameters(h).flatMap((version) => {
    const known = readParameterValue(version.id, version.value);
    return known.ok ? [{ ...version, value: known.value }] : [];
  });
}

/** The parameters of the rules, shipped values and the school's own. */
export function parametersInForce(h: ReadHandle): Parameters {
  return createParameters(parameterOverrides(h));
}
