import { applyMigrations } from '../graph-writer/migrations.ts';
import { readSettings } from '../settings.ts';

// Applies the migrations of graph-schema that the database has not seen yet.
const settings = readSettings(process.env);
const applied = await applyMigrations(settings.neo4j);
console.log(applied.length === 0 ? 'graph is up to date' : `graph migrated: ${applied.join(', ')}`);
