import django.db.models.deletion
import naast.core.fields
import naast.core.ids
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('casebook', '0001_initial'),
        ('organisations', '0003_check_settings'),
        ('people', '0007_reporting_consent'),
        ('programmes', '0009_look_from'),
    ]

    operations = [
        migrations.CreateModel(
            name='Evening',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('evening', 'An evening with questions from our own practice'), ('group_talk', 'The yearly group talk: what do I want better?')], default='evening', max_length=10, verbose_name='what it is')),
                ('rhythm_on', models.DateField(blank=True, null=True)),
                ('title', models.CharField(blank=True, max_length=60, verbose_name='title')),
                ('starts_at', models.DateTimeField(verbose_name='starts')),
                ('minutes', models.PositiveSmallIntegerField(default=120, verbose_name='how long (minutes)')),
                ('place', models.CharField(blank=True, max_length=160, verbose_name='where')),
                ('online_url', models.URLField(blank=True, verbose_name='link to take part online')),
                ('method', models.CharField(blank=True, max_length=20, verbose_name='method')),
                ('article', models.CharField(blank=True, max_length=40)),
                ('article_heading', models.CharField(blank=True, max_length=200)),
                ('themes', models.JSONField(blank=True, default=list, verbose_name='themes')),
                ('cancelled_at', models.DateTimeField(blank=True, null=True)),
                ('revision', models.PositiveSmallIntegerField(default=0)),
                ('closed_on', models.DateField(blank=True, null=True)),
                ('brought_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='evenings_brought', to='people.person')),
                ('case', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='casebook.case')),
                ('led_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='evenings_led', to='people.person')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'ordering': ['starts_at', 'id'],
                'indexes': [models.Index(fields=['organisation', 'starts_at', 'id'], name='intervision_organis_5a7314_idx')],
            },
        ),
        migrations.CreateModel(
            name='GroupTalk',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('votes_each', models.PositiveSmallIntegerField(default=3, verbose_name='how many votes each')),
                ('counted_at', models.DateTimeField(blank=True, null=True)),
                ('evening', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='talk', to='intervision.evening')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Series',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('name', models.CharField(max_length=80, verbose_name='name of the group')),
                ('label', models.CharField(max_length=40, verbose_name='what you call the evenings')),
                ('invitation_title', models.CharField(blank=True, max_length=60, verbose_name='title of the invitation')),
                ('talk_label', models.CharField(blank=True, max_length=60, verbose_name='what you call the yearly group talk')),
                ('every', models.PositiveSmallIntegerField(default=1, verbose_name='every')),
                ('unit', models.CharField(choices=[('week', 'week'), ('month', 'month')], default='month', max_length=5, verbose_name='unit')),
                ('weekday', models.PositiveSmallIntegerField(choices=[(0, 'Monday'), (1, 'Tuesday'), (2, 'Wednesday'), (3, 'Thursday'), (4, 'Friday'), (5, 'Saturday'), (6, 'Sunday')], verbose_name='day of the week')),
                ('week_of_month', models.PositiveSmallIntegerField(choices=[(1, 'the first'), (2, 'the second'), (3, 'the third'), (4, 'the fourth'), (5, 'the last')], default=1, verbose_name='which week of the month')),
                ('starts_on', models.DateField(verbose_name='from which day')),
                ('hour', models.TimeField(verbose_name='starts at')),
                ('minutes', models.PositiveSmallIntegerField(default=120, verbose_name='how long (minutes)')),
                ('place', models.CharField(blank=True, max_length=160, verbose_name='where')),
                ('online_url', models.URLField(blank=True, verbose_name='link to take part online')),
                ('method', models.CharField(default='incident', max_length=20, verbose_name='usual method')),
                ('takes_staff', models.BooleanField(default=False, verbose_name='professionals take part as well')),
                ('has_silence', models.BooleanField(default=True, verbose_name='«what do we not talk about?» is on the agenda every time')),
                ('missed_in_a_row', models.PositiveSmallIntegerField(default=3, verbose_name='ask how somebody is when they could not come (times in a row)')),
                ('missed_months', models.PositiveSmallIntegerField(default=4, verbose_name='or when they have not been there for (months)')),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'ordering': ['name', 'id'],
                'indexes': [models.Index(fields=['organisation', 'name', 'id'], name='intervision_organis_5a2361_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_on__isnull', True)), fields=('organisation', 'name'), name='series_named_once'), models.CheckConstraint(condition=models.Q(('every__gte', 1)), name='series_has_a_rhythm')],
            },
        ),
        migrations.CreateModel(
            name='FollowUp',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('reason', models.CharField(choices=[('in_a_row', 'Could not be there several times in a row'), ('long_ago', 'Has not been there for a while')], max_length=10)),
                ('noticed_on', models.DateField()),
                ('talked_on', models.DateField(blank=True, null=True, verbose_name='talked on')),
                ('outcome', models.CharField(blank=True, choices=[('comes_again', 'Comes again'), ('other_moment', 'Another moment suits better'), ('other_group', 'Another group suits better'), ('takes_time', 'Takes some time, we stay in touch'), ('needs_talk', 'We plan a talk about how it goes'), ('stops', 'Would rather not take part')], max_length=12, verbose_name='how it stands')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
                ('talked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
                ('series', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='follow_ups', to='intervision.series')),
            ],
            options={
                'ordering': ['noticed_on', 'id'],
                'indexes': [models.Index(fields=['organisation', 'talked_on', 'noticed_on', 'id'], name='intervision_organis_7b05a5_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('talked_on__isnull', True)), fields=('series', 'person'), name='follow_up_open_once')],
            },
        ),
        migrations.AddField(
            model_name='evening',
            name='series',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='evenings', to='intervision.series'),
        ),
        migrations.CreateModel(
            name='EthicsQuestion',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('text', naast.core.fields.EncryptedTextField(verbose_name='the question')),
                ('asked_on', models.DateField()),
                ('discussed_on', models.DateField(blank=True, null=True, verbose_name='discussed on')),
                ('outcome', naast.core.fields.EncryptedTextField(blank=True, verbose_name='what we hold to from now on')),
                ('asked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.person')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('evening', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ethics_questions', to='intervision.evening')),
                ('series', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='ethics_questions', to='intervision.series')),
            ],
            options={
                'ordering': ['-asked_on', '-id'],
                'indexes': [models.Index(fields=['organisation', 'discussed_on', 'id'], name='intervision_organis_ab2594_idx')],
            },
        ),
        migrations.CreateModel(
            name='SeriesMember',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('is_leader', models.BooleanField(default=False, verbose_name='leads the evenings')),
                ('joined_on', models.DateField()),
                ('left_on', models.DateField(blank=True, null=True)),
                ('brought_on', models.DateField(blank=True, null=True)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='series', to='people.person')),
                ('series', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='members', to='intervision.series')),
            ],
            options={
                'ordering': ['person__sort_name', 'id'],
                'indexes': [models.Index(fields=['organisation', 'person', 'left_on'], name='intervision_organis_aef4c4_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('left_on__isnull', True)), fields=('series', 'person'), name='member_once_a_series')],
            },
        ),
        migrations.CreateModel(
            name='SeriesProgramme',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('is_duty', models.BooleanField(default=False, verbose_name='taking part belongs to this programme')),
                ('a_year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='about how many evenings a year')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='series', to='programmes.programme')),
                ('series', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='programmes', to='intervision.series')),
            ],
            options={
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('series', 'programme'), name='programme_once_a_series')],
            },
        ),
        migrations.CreateModel(
            name='Wish',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('text', naast.core.fields.EncryptedTextField(verbose_name='what would you like better?')),
                ('votes', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('asker', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.person')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('talk', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='wishes', to='intervision.grouptalk')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Vote',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('slip', models.CharField(max_length=64)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organisations.organisation')),
                ('wish', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='intervision.wish')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('slip', 'wish'), name='voted_once_a_wish')],
            },
        ),
        migrations.CreateModel(
            name='Promise',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('what', models.CharField(max_length=300, verbose_name='what we promise')),
                ('due_on', models.DateField(verbose_name='by when')),
                ('done_on', models.DateField(blank=True, null=True)),
                ('news', models.CharField(blank=True, max_length=500, verbose_name='what came of it')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
                ('talk', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='promises', to='intervision.grouptalk')),
                ('wish', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='promises', to='intervision.wish')),
            ],
            options={
                'ordering': ['due_on', 'id'],
                'indexes': [models.Index(fields=['organisation', 'done_on', 'due_on'], name='intervision_organis_ac1229_idx')],
            },
        ),
        migrations.CreateModel(
            name='AgreedAction',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('what', naast.core.fields.EncryptedTextField(verbose_name='what')),
                ('who', models.CharField(blank=True, max_length=60, verbose_name='who')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='by when')),
                ('done_on', models.DateField(blank=True, null=True)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='agreed_actions', to='people.person')),
                ('evening', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='actions', to='intervision.evening')),
            ],
            options={
                'ordering': ['due_on', 'id'],
                'indexes': [models.Index(fields=['organisation', 'person', 'done_on'], name='intervision_organis_887e1b_idx')],
            },
        ),
        migrations.CreateModel(
            name='LearningQuestion',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('question', 'A question'), ('experience', 'Something I would like to tell')], default='question', max_length=10)),
                ('state', models.CharField(choices=[('open', 'Waits for an evening'), ('picked', 'Chosen for this evening')], default='open', max_length=10)),
                ('text', naast.core.fields.EncryptedTextField(blank=True, verbose_name='what would you like to talk over?')),
                ('theme', models.CharField(blank=True, max_length=12, verbose_name='theme')),
                ('is_shared', models.BooleanField(default=False, verbose_name='the group may read it beforehand')),
                ('asker', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
                ('evening', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='questions', to='intervision.evening')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'ordering': ['id'],
                'indexes': [models.Index(fields=['organisation', 'asker', 'id'], name='intervision_organis_fa49b6_idx')],
            },
        ),
        migrations.CreateModel(
            name='Presence',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('state', models.CharField(choices=[('signed_off', 'Can’t come'), ('came', 'Was there'), ('absent', 'Was not there')], max_length=10)),
                ('words', naast.core.fields.EncryptedTextField(blank=True, verbose_name='a few words for the leader')),
                ('evening', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='presences', to='intervision.evening')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
            ],
            options={
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('evening', 'person'), name='presence_once_an_evening')],
            },
        ),
        migrations.AddIndex(
            model_name='evening',
            index=models.Index(fields=['series', 'starts_at', 'id'], name='intervision_series__94002c_idx'),
        ),
        migrations.AddConstraint(
            model_name='evening',
            constraint=models.UniqueConstraint(condition=models.Q(('rhythm_on__isnull', False)), fields=('series', 'rhythm_on'), name='evening_once_a_date'),
        ),
    ]
