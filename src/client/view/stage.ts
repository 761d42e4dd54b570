// Phaser's part: one canvas, one Graphics, drawn when asked. The session owns the game; Phaser's own clock sleeps.

import Phaser from 'phaser';
import type { Network } from '../../core/network/network.ts';
import type { Picture } from '../picture.ts';
import { nodeState, standing } from '../reading.ts';
import { drawBeat } from './beat.ts';
import { drawBonds } from './bonds.ts';
import { drawHand, drawOffers, type Hand } from './hand.ts';
import { drawHazards } from './hazards.ts';
import { drawNodes } from './nodes.ts';
import { Pen } from './pen.ts';

interface Frame {
  readonly net: Network;
  readonly before: Int32Array;
  readonly alpha: number;
  readonly picture: Picture;
  readonly hand: Hand;
}

export interface Stage {
  draw(frame: Frame, now: number): void;
  resize(width: number, height: number): void;
  close(): void;
}

/** More dots to a pixel than this cost more than they show. */
const SHARPEST = 2;

export function openStage(host: HTMLElement, isSmooth: boolean): Promise<Stage> {
  return new Promise((resolve) => {
    let graphics: Phaser.GameObjects.Graphics | undefined;
    let game: Phaser.Game | undefined = undefined;
    const scene: Phaser.Types.Scenes.CreateSceneFromObjectConfig = {
      create(this: Phaser.Scene) {
        graphics = this.add.graphics();
        game = this.game;
        game.loop.sleep();
        resolve(stageOf(game, graphics));
      },
    };
    void new Phaser.Game({
      type: Phaser.WEBGL,
      parent: host,
      width: Math.max(1, host.clientWidth),
      height: Math.max(1, host.clientHeight),
      transparent: true,
      antialias: isSmooth,
      antialiasGL: isSmooth,
      banner: false,
      autoFocus: false,
      audio: { noAudio: true },
      input: { keyboard: false, mouse: false, touch: false, gamepad: false },
      scale: { mode: Phaser.Scale.NONE },
      scene,
    });
  });
}

function stageOf(game: Phaser.Game, graphics: Phaser.GameObjects.Graphics): Stage {
  const pen = new Pen(graphics);
  let last = 0;
  game.canvas.setAttribute('aria-hidden', 'true');
  return {
    draw({ net, before, alpha, picture, hand }, now) {
      const stands = standing(net);
      const states = Array.from({ length: net.rules.layout.nodes }, (_, i) => nodeState(net, stands, i));
      const past = before.length === net.s.length ? before : net.s;
      pen.clear();
      drawOffers(pen, net, picture, hand);
      drawBonds(pen, net, picture, states, alpha, hand);
      drawNodes(pen, net, past, alpha, picture, stands, states);
      drawHazards(pen, net, picture);
      drawHand(pen, net, picture, hand);
      drawBeat(pen, net);
      game.step(now, now - last);
      last = now;
    },
    resize(width, height) {
      const sharp = Math.min(SHARPEST, window.devicePixelRatio || 1);
      game.scale.resize(Math.max(1, Math.round(width * sharp)), Math.max(1, Math.round(height * sharp)));
      graphics.setScale(sharp);
    },
    close: () => game.destroy(true),
  };
}
