import django.db.models.deletion
import naast.core.fields
import naast.core.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organisations', '0001_initial'),
        ('people', '0001_initial'),
        ('programmes', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Match',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('state', models.CharField(choices=[('proposed', 'Asked to the volunteer'), ('volunteer_yes', 'Asked to the participant'), ('both_yes', 'First meeting to plan'), ('meeting_planned', 'First meeting planned'), ('trial', 'Trial'), ('running', 'Running'), ('paused', 'Paused'), ('winding_down', 'Winding down'), ('ended', 'Ended'), ('not_started', 'Did not start')], default='proposed', max_length=16, verbose_name='state')),
                ('state_since', models.DateTimeField()),
                ('pattern', models.CharField(blank=True, choices=[('extra', 'Extra: on top of what professionals do'), ('peer', 'Peer: beside the professional'), ('owner', 'Owner: on their own, with somebody on call')], max_length=10, verbose_name='pattern, when it differs')),
                ('pattern_reason', models.TextField(blank=True, verbose_name='why it differs')),
                ('weight', models.PositiveSmallIntegerField(choices=[(1, 'light'), (2, 'medium'), (3, 'heavy')], default=2, verbose_name='weight')),
                ('rhythm', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='visits in four weeks, about')),
                ('knew_each_other', models.BooleanField(blank=True, null=True, verbose_name='they knew each other already')),
                ('shared_with_volunteer', naast.core.fields.EncryptedTextField(blank=True, verbose_name='what the volunteer needs to know about the participant')),
                ('agreed_volunteer', models.TextField(blank=True, verbose_name='what the volunteer does')),
                ('agreed_participant', models.TextField(blank=True, verbose_name='what the participant does')),
                ('started_on', models.DateField(blank=True, null=True, verbose_name='started on')),
                ('trial_until_on', models.DateField(blank=True, null=True, verbose_name='trial until')),
                ('intended_end_on', models.DateField(blank=True, null=True, verbose_name='meant to last until')),
                ('ended_on', models.DateField(blank=True, null=True, verbose_name='ended on')),
                ('last_visit_on', models.DateField(blank=True, null=True)),
                ('end_reason', models.CharField(blank=True, max_length=30, verbose_name='reason')),
                ('end_initiative', models.CharField(blank=True, max_length=20, verbose_name='on whose initiative')),
                ('closing_talk_on', models.DateField(blank=True, null=True, verbose_name='closing talk on')),
                ('stay_in_touch', models.TextField(blank=True, verbose_name='what they agreed for afterwards')),
                ('external_id', models.CharField(blank=True, max_length=60, verbose_name='number in your own list')),
                ('coach', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='matches_coached', to='organisations.membership')),
                ('fallback', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='matches_backed', to='organisations.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('participant', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='matches_as_participant', to='people.person')),
                ('participant_contact', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
                ('professional', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='matches_answered_for', to='organisations.membership')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='matches', to='programmes.programme')),
                ('volunteer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='matches_as_volunteer', to='people.person')),
                ('volunteer_contact', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
            ],
            options={
                'indexes': [models.Index(fields=['organisation', 'state', 'state_since', 'id'], name='companionsh_organis_89ef48_idx'), models.Index(fields=['organisation', 'volunteer', 'state'], name='companionsh_organis_aa11c3_idx'), models.Index(fields=['organisation', 'participant', 'state'], name='companionsh_organis_9df414_idx'), models.Index(fields=['organisation', 'state', 'last_visit_on'], name='companionsh_organis_082553_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ['proposed', 'volunteer_yes', 'both_yes', 'meeting_planned', 'trial', 'running', 'paused', 'winding_down'])), fields=('participant', 'volunteer', 'programme'), name='one_open_match_a_pair'), models.CheckConstraint(condition=models.Q(('participant', models.F('volunteer')), _negated=True), name='nobody_beside_themselves')],
            },
        ),
        migrations.CreateModel(
            name='FirstMeeting',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('planned_at', models.DateTimeField(verbose_name='when')),
                ('place', models.CharField(max_length=200, verbose_name='where')),
                ('with_whom', models.CharField(blank=True, max_length=200, verbose_name='who else comes along')),
                ('told', naast.core.fields.EncryptedTextField(blank=True, verbose_name='what was told beforehand')),
                ('questions', naast.core.fields.EncryptedTextField(blank=True, verbose_name='which questions came up')),
                ('briefed_on', models.DateField(blank=True, null=True, verbose_name='told on')),
                ('held_on', models.DateField(blank=True, null=True, verbose_name='took place on')),
                ('briefed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('match', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='first_meeting', to='companionship.match')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='MatchStep',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('name', models.CharField(max_length=30)),
                ('from_state', models.CharField(blank=True, max_length=16)),
                ('to_state', models.CharField(max_length=16)),
                ('user_id', models.UUIDField(null=True)),
                ('note', naast.core.fields.EncryptedTextField(blank=True, verbose_name='note')),
                ('match', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='companionship.match')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='QuietQuestion',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('asked_at', models.DateTimeField()),
                ('answer', models.CharField(blank=True, choices=[('all_well', 'All is well, I forgot to tell'), ('later', 'We’ll see each other soon'), ('talk', 'I’d like to talk')], max_length=10)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('match', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='quiet_questions', to='companionship.match')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'ordering': ['-id'],
            },
        ),
        migrations.CreateModel(
            name='Request',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('status', models.CharField(choices=[('exploring', 'Still exploring'), ('waiting', 'Waiting for a match'), ('matched', 'Matched'), ('closed', 'Closed')], default='exploring', max_length=10, verbose_name='status')),
                ('own_words', naast.core.fields.EncryptedTextField(verbose_name='the wish in their own words')),
                ('pace', models.TextField(blank=True, verbose_name='pace: how to go about it')),
                ('asked_on', models.DateField(verbose_name='asked on')),
                ('interim_support', models.TextField(blank=True, verbose_name='what helps while waiting')),
                ('interim_support_on', models.DateField(blank=True, null=True)),
                ('review_on', models.DateField(blank=True, null=True, verbose_name='look again on')),
                ('closed_on', models.DateField(blank=True, null=True)),
                ('languages', models.JSONField(blank=True, default=dict, verbose_name='languages')),
                ('genders', models.JSONField(blank=True, default=list, verbose_name='rather a')),
                ('weekly', models.PositiveIntegerField(blank=True, null=True, verbose_name='good times in the week')),
                ('max_km', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='lives within (km)')),
                ('rather_not_nearby', models.BooleanField(default=False, verbose_name='rather nobody from my neighbourhood')),
                ('no_smoker', models.BooleanField(default=False, verbose_name='rather nobody who smokes')),
                ('types', models.JSONField(blank=True, default=list, verbose_name='kind of contact')),
                ('styles', models.JSONField(blank=True, default=list, verbose_name='style')),
                ('rhythm', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='visits in four weeks')),
                ('term_months', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='for how long (months)')),
                ('closeness', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'friendly, with some distance'), (2, 'warm'), (3, 'close, like a friend')], null=True, verbose_name='how close')),
                ('tasks', models.JSONField(blank=True, default=list, verbose_name='what to do together')),
                ('coordinator', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='requests', to='organisations.membership')),
                ('household', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.household')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('participant', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='requests', to='people.person')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='requests', to='programmes.programme')),
            ],
            options={
                'indexes': [models.Index(fields=['organisation', 'status', 'asked_on', 'id'], name='companionsh_organis_f36ee5_idx'), models.Index(fields=['organisation', 'participant'], name='companionsh_organis_a87874_idx')],
            },
        ),
        migrations.CreateModel(
            name='Proposal',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('why', naast.core.fields.EncryptedTextField(blank=True, verbose_name='why this person')),
                ('shown', models.JSONField(default=list)),
                ('match', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='proposal', to='companionship.match')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('proposed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='proposals', to='companionship.request')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='match',
            name='request',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='matches', to='companionship.request'),
        ),
        migrations.CreateModel(
            name='Goal',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('text', naast.core.fields.EncryptedTextField(verbose_name='goal')),
                ('is_still_to_explore', models.BooleanField(default=False, verbose_name='still to explore')),
                ('consulted_on', models.DateField(blank=True, null=True, verbose_name='in consultation with the participant on')),
                ('review_on', models.DateField(blank=True, null=True, verbose_name='look again on')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='goals', to='companionship.request')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='AvoidedPerson',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='avoided', to='companionship.request')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('request', 'person'), name='avoided_once')],
            },
        ),
        migrations.CreateModel(
            name='RequestTopic',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='topics', to='companionship.request')),
                ('topic', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.topic')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('request', 'topic'), name='topic_asked_once')],
            },
        ),
        migrations.CreateModel(
            name='Visit',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('visited_on', models.DateField(verbose_name='when')),
                ('mode', models.CharField(choices=[('home', 'at home'), ('outing', 'going out'), ('phone', 'by phone'), ('online', 'online')], default='home', max_length=8, verbose_name='how')),
                ('minutes', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='how long')),
                ('mood', models.CharField(blank=True, choices=[('good', 'good'), ('mixed', 'so-so'), ('hard', 'hard')], max_length=6, verbose_name='how was it')),
                ('good_moment', naast.core.fields.EncryptedTextField(blank=True, verbose_name='a moment that was good')),
                ('pass_on', naast.core.fields.EncryptedTextField(blank=True, verbose_name='anything to pass on to the coordinator')),
                ('other_activity', models.CharField(blank=True, max_length=120, verbose_name='something else')),
                ('user_id', models.UUIDField(null=True)),
                ('external_id', models.CharField(blank=True, max_length=60)),
                ('match', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='visits', to='companionship.match')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('tasks', models.ManyToManyField(blank=True, related_name='visits', to='programmes.task')),
            ],
            options={
                'ordering': ['-visited_on', '-id'],
                'indexes': [models.Index(fields=['match', '-visited_on', '-id'], name='companionsh_match_i_81889c_idx'), models.Index(fields=['organisation', 'visited_on', 'id'], name='companionsh_organis_71b662_idx')],
            },
        ),
        migrations.CreateModel(
            name='Milestone',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('first_call', 'First call after the first meeting'), ('early_check', 'Early check with both'), ('end_of_trial', 'End of the trial: go on?'), ('look_back', 'Look back together'), ('end', 'Extend, change or stop?')], max_length=15)),
                ('due_on', models.DateField(verbose_name='on')),
                ('done_on', models.DateField(blank=True, null=True, verbose_name='done on')),
                ('note', naast.core.fields.EncryptedTextField(blank=True, verbose_name='what came out of it')),
                ('match', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='milestones', to='companionship.match')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'ordering': ['due_on', 'id'],
                'indexes': [models.Index(fields=['organisation', 'done_on', 'due_on'], name='companionsh_organis_1eacda_idx')],
            },
        ),
    ]
