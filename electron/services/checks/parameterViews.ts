import type { ParameterView } from '../../../shared/contract/checks.ts';
import { parameterDefinitions } from '../../../shared/domain/parameters/index.ts';
import type { ParameterDefinition } from '../../../shared/domain/parameters/index.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { parameterOverrides } from '../school/parametersInForce.ts';

/** Every parameter with its shipped values and those the school has set, in the order of the settings page. */
export function parameterViews(h: ReadHandle): readonly ParameterView[] {
  const overrides = parameterOverrides(h);
  return parameterDefinitions.map((definition) => viewOf(definition, overrides));
}

function viewOf(
  definition: ParameterDefinition,
  overrides: ReturnType<typeof parameterOverrides>,
): ParameterView {
  const shipped = definition.versions.map((version) => ({ ...version, shipped: true, set: null }));
  const own = overrides
    .filter(({ id }) => id === definition.id)
    .map(({ validFrom, value, reason, savedBy, savedAt }) => ({
      validFrom,
      value,
      shipped: false,
      set: { reason, accountName: savedBy, at: savedAt },
    }));
  const { id, label, help, area, unit, type } = definition;
  return {
    id,
    label,
    help,
    area,
    unit,
    type,
    versions: [...shipped, ...own].toSorted((a, b) => a.validFrom.localeCompare(b.validFrom)),
  };
}
