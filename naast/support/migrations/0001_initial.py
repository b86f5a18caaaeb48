import django.db.models.deletion
import naast.core.clock
import naast.core.fields
import naast.core.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organisations', '0003_check_settings'),
        ('people', '0008_rests'),
        ('programmes', '0010_basic_care'),
    ]

    operations = [
        migrations.CreateModel(
            name='FloorVisit',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('visited_on', models.DateField(verbose_name='on which day')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('programme', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='floor_visits', to='programmes.programme')),
                ('visited_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
            ],
            options={
                'ordering': ['-visited_on', '-id'],
                'indexes': [models.Index(fields=['organisation', '-visited_on'], name='support_flo_organis_606368_idx')],
            },
        ),
        migrations.CreateModel(
            name='Guidance',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('can', models.CharField(choices=[('not_yet', 'Not yet'), ('almost', 'Almost'), ('yes', 'Yes')], max_length=8, verbose_name='can it')),
                ('dares', models.CharField(choices=[('doubts', 'Has doubts'), ('yes', 'Yes')], max_length=8, verbose_name='wants to and dares to')),
                ('style', models.CharField(choices=[('show', 'Show it first'), ('together', 'Do it together'), ('along', 'Look along'), ('let_go', 'Let go')], max_length=10, verbose_name='how we guide')),
                ('from_on', models.DateField()),
                ('until_on', models.DateField(blank=True, null=True)),
                ('wish', models.CharField(blank=True, choices=[('more', 'I’d like more room'), ('less', 'I’d like more guidance'), ('fine', 'It is good like this')], max_length=5)),
                ('wished_on', models.DateField(blank=True, null=True)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='guidances', to='people.person')),
                ('set_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('task', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='guidances', to='programmes.task')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('until_on__isnull', True), ('wish__in', ['more', 'less'])), fields=['organisation', 'wished_on'], name='guidance_wished')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('until_on__isnull', True)), fields=('person', 'task'), name='one_guidance_a_task')],
            },
        ),
        migrations.CreateModel(
            name='Meeting',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('met_on', models.DateField()),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='floor_meetings', to='people.person')),
                ('visit', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='meetings', to='support.floorvisit')),
            ],
            options={
                'indexes': [models.Index(fields=['person', '-met_on'], name='support_mee_person__b5bb92_idx')],
                'constraints': [models.UniqueConstraint(fields=('visit', 'person'), name='met_once_a_visit')],
            },
        ),
        migrations.CreateModel(
            name='Plan',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('sort_name', models.CharField(default='', editable=False, max_length=255)),
                ('is_running', models.BooleanField(default=True)),
                ('guide_training', models.CharField(blank=True, choices=[('not_yet', 'not yet trained in guiding'), ('learning', 'learning it now'), ('trained', 'trained in guiding')], max_length=10, verbose_name='how far the guide is in learning to guide')),
                ('every_weeks', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='we speak every (weeks)')),
                ('way', models.CharField(blank=True, choices=[('meet', 'face to face'), ('phone', 'by phone'), ('online', 'on screen'), ('paper', 'on paper')], max_length=8, verbose_name='how we are in touch')),
                ('reason', naast.core.fields.EncryptedTextField(blank=True, default='', verbose_name='why this rhythm')),
                ('aim_grow', naast.core.fields.EncryptedTextField(blank=True, default='', verbose_name='what the volunteer wants to let grow')),
                ('aim_need', naast.core.fields.EncryptedTextField(blank=True, default='', verbose_name='what we need')),
                ('fellows', naast.core.fields.EncryptedTextField(blank=True, default='', verbose_name='fellow volunteers: with whom')),
                ('fellows_on', models.DateField(blank=True, null=True, verbose_name='fellow volunteers: when')),
                ('spoken_on', models.DateField(blank=True, null=True, verbose_name='last spoken on')),
                ('met_on', models.DateField(blank=True, null=True, verbose_name='last met on')),
                ('unmet_since', models.DateField()),
                ('due_on', models.DateField(verbose_name='we speak again before')),
                ('planned_from', models.DateField(default=naast.core.clock.today)),
                ('talk_kind', models.CharField(blank=True, choices=[('open', 'An open talk'), ('getting_going', 'Getting going'), ('grrow', 'Growing (GRROW)'), ('tuning', 'Tuning with the team'), ('vision', 'What we stand for'), ('threshold', 'Over the threshold'), ('involvement', 'How involved, and where it ends'), ('incident', 'After something hard'), ('yearly', 'The yearly look together')], max_length=15)),
                ('talk_due_on', models.DateField(blank=True, null=True, verbose_name='time for a talk')),
                ('backup', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='volunteers_backed', to='organisations.membership')),
                ('guide', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='volunteers_guided', to='organisations.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='support_plan', to='people.person')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('is_running', True)), fields=['organisation', 'due_on', 'id'], name='plan_due'), models.Index(condition=models.Q(('is_running', True)), fields=['organisation', 'unmet_since', 'id'], name='plan_unmet'), models.Index(condition=models.Q(('is_running', True)), fields=['organisation', 'sort_name', 'id'], name='plan_by_name'), models.Index(condition=models.Q(('is_running', True), ('talk_due_on__isnull', False)), fields=['organisation', 'talk_due_on', 'id'], name='plan_talk_due')],
            },
        ),
        migrations.CreateModel(
            name='ShortWord',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('said_on', models.DateField()),
                ('theme', models.CharField(choices=[('well', 'What went well'), ('vision', 'What we stand for'), ('listening', 'Listening'), ('closeness', 'Close, and not too close'), ('limits', 'Where it stops'), ('authority', 'Your own authority'), ('working_together', 'Working together'), ('hard', 'A hard moment')], max_length=20, verbose_name='about')),
                ('words', naast.core.fields.EncryptedTextField(blank=True, default='', verbose_name='in a few words')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='short_words', to='people.person')),
                ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
            ],
            options={
                'ordering': ['-said_on', '-id'],
                'indexes': [models.Index(fields=['organisation', 'person', '-said_on'], name='support_sho_organis_560f44_idx')],
            },
        ),
        migrations.CreateModel(
            name='Talk',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('open', 'An open talk'), ('getting_going', 'Getting going'), ('grrow', 'Growing (GRROW)'), ('tuning', 'Tuning with the team'), ('vision', 'What we stand for'), ('threshold', 'Over the threshold'), ('involvement', 'How involved, and where it ends'), ('incident', 'After something hard'), ('yearly', 'The yearly look together')], max_length=15, verbose_name='what for')),
                ('planned_on', models.DateField(verbose_name='planned on')),
                ('place', models.CharField(blank=True, max_length=160, verbose_name='where and at what hour')),
                ('held_on', models.DateField(blank=True, null=True, verbose_name='took place on')),
                ('cancelled_on', models.DateField(blank=True, null=True)),
                ('with_whom', models.CharField(blank=True, max_length=200, verbose_name='who else is there')),
                ('appreciation', naast.core.fields.EncryptedTextField(blank=True, default='', verbose_name='what we appreciate')),
                ('blocks', naast.core.fields.EncryptedJSONField(blank=True, default=dict)),
                ('growth', naast.core.fields.EncryptedTextField(blank=True, default='', verbose_name='what somebody would like to let grow')),
                ('own_words', naast.core.fields.EncryptedTextField(blank=True, default='', verbose_name='in the volunteer’s own words')),
                ('own_words_on', models.DateField(blank=True, null=True)),
                ('team_may_read', models.BooleanField(blank=True, null=True)),
                ('led_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='talks_led', to='organisations.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='support_talks', to='people.person')),
            ],
            options={
                'ordering': ['-planned_on', '-id'],
                'indexes': [models.Index(fields=['organisation', 'person', '-planned_on'], name='support_tal_organis_b73bbd_idx'), models.Index(fields=['person', 'kind', 'held_on'], name='support_tal_person__0dfd15_idx'), models.Index(condition=models.Q(('cancelled_on__isnull', True), ('held_on__isnull', True)), fields=['organisation', 'planned_on'], name='talk_planned')],
                'constraints': [models.CheckConstraint(condition=models.Q(('held_on__isnull', True), ('cancelled_on__isnull', True), _connector='OR'), name='talk_held_or_cancelled')],
            },
        ),
        migrations.CreateModel(
            name='Action',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('who', models.CharField(choices=[('volunteer', 'the volunteer'), ('us', 'we')], max_length=10, verbose_name='who')),
                ('what', naast.core.fields.EncryptedTextField(verbose_name='what')),
                ('due_on', models.DateField(verbose_name='by when')),
                ('done_on', models.DateField(blank=True, null=True)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='support_actions', to='people.person')),
                ('talk', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='actions', to='support.talk')),
            ],
            options={
                'ordering': ['due_on', 'id'],
                'indexes': [models.Index(condition=models.Q(('done_on__isnull', True)), fields=['organisation', 'due_on'], name='support_action_open')],
            },
        ),
        migrations.CreateModel(
            name='TalkRhythm',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('open', 'An open talk'), ('getting_going', 'Getting going'), ('grrow', 'Growing (GRROW)'), ('tuning', 'Tuning with the team'), ('vision', 'What we stand for'), ('threshold', 'Over the threshold'), ('involvement', 'How involved, and where it ends'), ('incident', 'After something hard'), ('yearly', 'The yearly look together')], max_length=15, verbose_name='which talk')),
                ('first_after_weeks', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='the first time after (weeks)')),
                ('every_months', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='then every (months)')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='talk_rhythms', to='programmes.programme')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('programme', 'kind'), name='talk_rhythm_once')],
            },
        ),
        migrations.CreateModel(
            name='Told',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('words', naast.core.fields.EncryptedTextField(blank=True, default='', verbose_name='what would you like to tell?')),
                ('handled_on', models.DateField(blank=True, null=True)),
                ('handled_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='told_about', to='people.person')),
                ('told_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
            ],
            options={
                'ordering': ['-id'],
                'indexes': [models.Index(condition=models.Q(('handled_on__isnull', True)), fields=['organisation', 'created_at'], name='told_open')],
            },
        ),
        migrations.CreateModel(
            name='CheckIn',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('asked_on', models.DateField()),
                ('due_on', models.DateField()),
                ('answered_on', models.DateField(blank=True, null=True)),
                ('how', models.CharField(blank=True, choices=[('own', 'by themselves'), ('phone', 'by phone'), ('meet', 'face to face'), ('paper', 'on paper')], max_length=8, verbose_name='how')),
                ('words', naast.core.fields.EncryptedTextField(blank=True, default='', verbose_name='how is it going?')),
                ('feels', models.CharField(blank=True, choices=[('yes', 'Yes'), ('so_so', 'So-so'), ('no', 'No')], max_length=5, verbose_name='do you feel well?')),
                ('goes', models.CharField(blank=True, choices=[('yes', 'Yes'), ('so_so', 'So-so'), ('no', 'No')], max_length=5, verbose_name='does it go well?')),
                ('enjoys', models.CharField(blank=True, choices=[('yes', 'Yes'), ('so_so', 'So-so'), ('no', 'No')], max_length=5, verbose_name='do you still enjoy it?')),
                ('asks_a_call', models.BooleanField(default=False)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='check_ins', to='people.person')),
                ('written_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
            ],
            options={
                'ordering': ['-asked_on', '-id'],
                'indexes': [models.Index(fields=['organisation', 'person', '-answered_on'], name='support_che_organis_4d63de_idx'), models.Index(condition=models.Q(('asks_a_call', True)), fields=['organisation', 'answered_on'], name='check_in_asks_a_call')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('answered_on__isnull', True)), fields=('person',), name='one_open_check_in')],
            },
        ),
    ]
