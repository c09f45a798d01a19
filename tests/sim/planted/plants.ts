// Every mistake the simulation must notice, each by itself.
import { modulePlants } from './module-plants.js';
import { networkPlants } from './network-plants.js';
import type { Plant } from './plant.js';
import { storagePlants } from './storage-plants.js';

export const plants: readonly Plant[] = [...storagePlants, ...networkPlants, ...modulePlants];
