import { BOND } from '../layout.ts';
import { breaksABond } from './breaks.ts';

/** A bond is cut, and carries nothing, until it is mended. */
export const sever = breaksABond('cuts a bond: it carries nothing until mended', BOND.cut);
