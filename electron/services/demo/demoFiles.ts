import { afterSchoolFiles } from './demoAfterSchool.ts';
import { ethicsFile } from './demoEthics.ts';
import { makeBranches, meetingFile, partyStructureFile } from './demoPartyLife.ts';
import { classFile, makeClasses, makePupils, makeStaff, pupilFile, staffFile } from './demoPeople.ts';
import { partyWorkFile } from './demoPartyWork.ts';
import type { DemoFile } from './demoSheet.ts';
import { seededRandom } from './seededRandom.ts';

/**
 * The files of an invented nine-year school: 120 staff, 38 Party members in 2 branches, 1,400 pupils in 36 classes and
 * a school year of records with deliberate gaps. Same seed, same files.
 */
export function demoFiles(seed = 620725): readonly DemoFile[] {
  const random = seededRandom(seed);
  const staff = makeStaff(random);
  const classes = makeClasses(staff);
  const pupils = makePupils(random, classes);
  const branches = makeBranches(staff);
  return [
    staffFile(random, staff),
    classFile(classes),
    pupilFile(random, pupils),
    partyStructureFile(random, branches),
    meetingFile(random, branches),
    ethicsFile(random, staff),
    ...afterSchoolFiles(random, staff, pupils),
    partyWorkFile(random, branches),
  ];
}
