// Signing in at an organisation's identity provider: attempts that are under way, and which account a person there has here.
CREATE CONSTRAINT sign_in_attempt_state IF NOT EXISTS FOR (n:SignInAttempt) REQUIRE n.state IS UNIQUE;
CREATE INDEX sign_in_attempt_expires IF NOT EXISTS FOR (n:SignInAttempt) ON (n.expiresAt);
CREATE CONSTRAINT user_provider_key IF NOT EXISTS FOR (n:User) REQUIRE n.providerKey IS UNIQUE;
