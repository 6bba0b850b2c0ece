import type { checkCalls } from '../../../shared/contract/checks.ts';
import { levelOf } from '../../../shared/contract/rights.ts';
import type { AccountInfo } from '../../../shared/contract/session.ts';
import { readParameterValue } from '../../../shared/domain/parameters/index.ts';
import { failure, success } from '../../../shared/kernel/result.ts';
import { areas, type Area } from '../../../shared/ledger/definition.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import { saveOverride } from '../../store/tables/overrides.ts';
import { saveParameter } from '../../store/tables/parameters.ts';
import type { App } from '../app.ts';
import type { AreaChecks } from './check.ts';
import { dashboardOn } from './dashboard.ts';
import { viewFindings } from './findings.ts';
import { parameterViews } from './parameterViews.ts';
import { standingsOn } from './standings.ts';

/** All calls of `shared/contract/checks.ts`. */
export function checkHandlers(
  app: App,
  areaChecks: readonly AreaChecks[],
): HandlersOf<keyof typeof checkCalls> {
  const allRules = areaChecks.flatMap(({ area, rules }) => rules.map((rule) => ({ ...rule, area })));
  return {
    'checks.dashboard': ({ on, year }, caller) =>
      dashboardOn(areaChecks, caller.store, {
        on: on ?? app.clock.today(),
        year,
        readable: readableAreas(caller.account),
      }),

    'checks.findings': async ({ on, area }, caller) => {
      const readable = readableAreas(caller.account);
      const asked = areaChecks.filter(
        (one) => readable.includes(one.area) && (area === undefined || area === one.area),
      );
      const standings = await standingsOn(caller.store, asked, { on: on ?? app.clock.today() });
      if (!standings.ok) return standings;
      const found = standings.value.flatMap((standing) => standing.found);
      return success(viewFindings(caller.store.read, asked, found));
    },

    'checks.override': ({ key, area, reason }, { change }) => {
      // The key names its rule: without this, a right in one area would reach into another.
      const rule = allRules.find(({ id }) => key.startsWith(`${id}|`));
      if (!rule || rule.area !== area)
        return failure('notFound', '没有找到这条提示，可能已经解决。请刷新后再看。');
      change(reason, (w) => {
        saveOverride(w, key, area, reason);
      });
      return success(null);
    },

    'checks.rules': () =>
      success(
        allRules.map(({ id, area, severity, label, basis, parameters = [] }) => ({
          id,
          area,
          severity,
          label,
          basis,
          parameters,
        })),
      ),

    'parameters.list': (_input, caller) => success(parameterViews(caller.store.read)),

    'parameters.save': ({ id, validFrom, value, reason }, { store, change }) => {
      const read = readParameterValue(id, value);
      if (!read.ok) return read;
      change(reason, (w) => {
        saveParameter(w, { id, validFrom, value: read.value, reason });
      });
      const view = parameterViews(store.read).find((one) => one.id === id);
      return view ? success(view) : failure('notFound', '没有这个参数，请刷新页面后重试。');
    },
  };
}

function readableAreas(account: AccountInfo): readonly Area[] {
  return areas.filter((area) => levelOf(account.roles, area) !== 'none');
}
