/**
 * Loaded before a program that is its own door (`node --import`): a process less for each submission. What it
 * does to the door it does to itself.
 */
import { openDoor } from './open-door.ts';

await openDoor(false);
