// npm run icon: media/icon.png, which a list of extensions shows, from its source.
import { join } from 'node:path';
import sharp from 'sharp';
import { root } from './lib/ensure.mjs';

await sharp(join(root, 'media/icon.svg')).png({ palette: true }).toFile(join(root, 'media/icon.png'));
