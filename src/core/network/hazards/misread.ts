import { BOND } from '../layout.ts';
import { breaksABond } from './breaks.ts';

/** A bond hears the opposite of what is said, and pushes apart, until it is mended. */
export const misread = breaksABond('inverts a bond: it pushes apart until mended', BOND.flipped);
