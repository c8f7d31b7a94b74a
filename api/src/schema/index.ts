// Only imports: each file defines one type with its queries and subscriptions.
import './scalars.ts';
import './error.ts';
import './service.ts';
import './shipment.ts';
import './lookup.ts';
import './journey-updated.ts';
import './source-report.ts';
import './received-message.ts';
import './read-again.ts';
import './code-list.ts';
import './unmapped-code.ts';
