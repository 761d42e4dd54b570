// Wiring only: the script, the room, what is kept while the page is loaded again, and who hears of an edit.

import { render } from 'preact';
import dialogue from 'virtual:dialogue';
import { onDialogue } from 'virtual:dialogue/hot';
import { EVENTS, type Faults } from '../tools/vite/words.ts';
import { Room } from './room.ts';
import { App } from './ui/app.tsx';
import './play.css';
import './side.css';
// last, for what narrow screens change in all of it
import './room.css';

const KEPT = 'syntony.room';

const room = new Room(dialogue);
const asked = new URLSearchParams(location.search);
const before = sessionStorage.getItem(KEPT);
const node = asked.get('node');
if (asked.has('seed')) room.setSeed(Number(asked.get('seed')));
if (node !== null && Object.hasOwn(dialogue.program.nodes, node)) room.beginAt(node);
else if (before !== null) room.restore(JSON.parse(before));

window.addEventListener('pagehide', () => sessionStorage.setItem(KEPT, JSON.stringify(room.keep())));
onDialogue((fresh) => room.mend(fresh));
import.meta.hot?.on(EVENTS.faults, (faults: Faults) => room.tellFaults(faults));
import.meta.hot?.send(EVENTS.ask);

render(<App room={room} />, document.querySelector('#room')!);
